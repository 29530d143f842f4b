import type { ReactNode } from 'react';
import {
  DeviceSignIn,
  EmptyPage,
  MediaCard,
  NavigationStack,
  DiscovrPage,
  PageFilterDialog,
  PageFilterForm,
  ProfilePicker,
  SessionDialog,
  SignIn,
  TitleSheet,
  type FilterSpec,
} from '../../src/index.js';
import { severalHelp } from '../support/emptyFilters.js';
import { heroItems, mediaItems } from '../support/pageItems.js';

const filters: FilterSpec = {
  media_type: 'movie',
  genres: [35, 18],
  with_runtime_lte: 120,
  with_release_date_gte: '2010-01-01',
  region: ['DE', 'AT'],
  with_watch_providers: ['8', '337'],
};
const [item] = heroItems(1);
const tabs = [
  { id: 'yours', name: 'For you', pageFilters: {} },
  { id: 'series', name: 'Series', pageFilters: { media_type: 'tv' as const } },
];
const ignore = () => undefined;

/** A screen of the app, and the status of the session with which it is shown. */
export interface Screen {
  readonly session: 'active' | 'signedIn' | 'signedOut';
  readonly content: ReactNode;
}

/** The screens by their names in the URL. */
export const screens: Readonly<Record<string, Screen>> = {
  page: {
    session: 'active',
    content: (
      <NavigationStack tabs={tabs} history="none">
        {({ pageId }) => <DiscovrPage pageId={pageId} title={null} onItemClick={ignore} />}
      </NavigationStack>
    ),
  },
  form: { session: 'active', content: <PageFilterForm filters={filters} onFiltersChange={ignore} /> },
  // A field of the app, outside of the drop-ins.
  dates: {
    session: 'active',
    content: (
      <label style={{ margin: 200 }}>
        From <input type="date" defaultValue="2010-05-03" style={{ height: 60, width: 300 }} />
      </label>
    ),
  },
  dialog: {
    session: 'active',
    content: <PageFilterDialog formProps={{ filters, onFiltersChange: ignore, createsPage: false }} />,
  },
  'sign-in': {
    session: 'signedOut',
    content: <SignIn art={<div className="art" />} />,
  },
  code: { session: 'signedOut', content: <DeviceSignIn /> },
  profiles: { session: 'signedIn', content: <ProfilePicker onSelect={ignore} /> },
  'new profile': { session: 'signedIn', content: <ProfilePicker onSelect={ignore} /> },
  'sign-in in a dialog': {
    session: 'signedOut',
    content: (
      <SessionDialog>
        <DiscovrPage pageId="page_1" />
      </SessionDialog>
    ),
  },
  sheet: {
    session: 'active',
    content: <TitleSheet mediaId={item!.id} item={item} onPlay={ignore} onClose={ignore} />,
  },
  empty: { session: 'active', content: <EmptyPage filters={severalHelp} onFiltersChange={ignore} /> },
  cards: {
    session: 'active',
    content: (
      <div className="cards">
        {mediaItems(6).map((media) => (
          <MediaCard key={media.id} item={media} showCaption onClick={ignore} />
        ))}
      </div>
    ),
  },
};
