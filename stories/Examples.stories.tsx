import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo, useState } from 'react';
import {
  ActiveFilters,
  DiscovrGate,
  DiscovrPage,
  NavigationStack,
  PageFilterDialog,
  PageFilterForm,
  ProfilePicker,
  SessionDialog,
  TitleSheet,
  useFilterPresets,
  useListItems,
  useMediaProfileMeta,
  useUpdateList,
  type FilterSpec,
  type MediaItem,
} from '../src/index.js';
import { heroItems } from '../test/support/pageItems.js';
import './support/page.css';
import { CountedParts } from './support/CountedParts.js';
import { StandInPopup } from './support/StandInPopup.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

const discovrOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr;
const discovr = (parameters: DiscovrParameters) => ({ discovr: parameters });

/** The examples in the guides. They have no play functions, so nothing moves the focus of a reader. */
const meta = { title: 'Examples' } satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

/** The page of some filters, below a bar with the form in a dialog. */
export const Browse: Story = {
  render: function Browse() {
    const [filters, setFilters] = useState<FilterSpec>({});
    const [title, setTitle] = useState<MediaItem>();
    const tabs = useMemo(() => [{ id: 'browse', name: 'For you', pageFilters: filters }], [filters]);
    return (
      <main>
        <NavigationStack
          tabs={tabs}
          actions={<PageFilterDialog formProps={{ filters, onFiltersChange: setFilters, createsPage: false }} />}
          pageProps={{ onItemClick: { media: setTitle } }}
        />
        <TitleSheet mediaId={title?.id} item={title} onClose={() => setTitle(undefined)} />
      </main>
    );
  },
};

/** The form. Its app counts the titles. */
export const Form: Story = {
  render: () => (
    <main>
      <PageFilterForm>
        <CountedParts />
      </PageFilterForm>
    </main>
  ),
};

/** The active filters beside a button that opens the form in a dialog. */
export const Dialog: Story = {
  render: function Dialog() {
    const [filters, setFilters] = useState<FilterSpec>({ genres: [35, 18], media_type: 'movie' });
    return (
      <main>
        <ActiveFilters filters={filters} onFiltersChange={setFilters} />
        <div style={{ paddingInline: 'clamp(20px, 4vw, 60px)' }}>
          <PageFilterDialog formProps={{ filters, onFiltersChange: setFilters, createsPage: false }} />
        </div>
      </main>
    );
  },
};

/** The page for some filters, without a form, and a heading of the app over its hero. */
export const Comedies: Story = {
  render: function Comedies() {
    return (
      <main>
        <h1 className="page-name">Comedies</h1>
        <DiscovrPage filters={{ genres: [35] }} name="Comedies" title={null} />
      </main>
    );
  },
};

/** A click on a title opens its sheet. */
export const Titles: Story = {
  render: function Titles() {
    const [title, setTitle] = useState<MediaItem>();
    return (
      <main>
        <DiscovrPage onItemClick={{ media: setTitle }} />
        <TitleSheet mediaId={title?.id} item={title} onClose={() => setTitle(undefined)} />
      </main>
    );
  },
};

/** Tabs, each with a page. This example does not write to the history of the browser; leave out `history` in an app. */
export const Navigation: Story = {
  render: () => (
    <main>
      <NavigationStack history="none" />
    </main>
  ),
};

/** The sign-in, the choice of a profile, and then the app. The sign-in page of Discovr is replaced by a small window. */
export const Gate: Story = {
  parameters: discovr({ session: 'signedOut' }),
  render: (_args, { loaded }) => (
    <div className="screen">
      <DiscovrGate>
        <PageFilterForm />
      </DiscovrGate>
      <StandInPopup browser={discovrOf(loaded).browser} />
    </div>
  ),
};

/** The profiles of the account. */
export const Profiles: Story = {
  parameters: discovr({ session: 'signedIn' }),
  render: function Profiles() {
    const [profileId, setProfileId] = useState<string>();
    return (
      <main>
        <ProfilePicker onProfileSelected={setProfileId} />
        {profileId && <p style={{ textAlign: 'center' }}>The active profile is {profileId}.</p>}
      </main>
    );
  },
};

/** The button of the state opens a dialog with the sign-in. */
export const SignedOut: Story = {
  parameters: discovr({ session: 'signedOut' }),
  render: (_args, { loaded }) => (
    <main>
      <SessionDialog>
        <DiscovrPage pageId="page_1" />
      </SessionDialog>
      <StandInPopup browser={discovrOf(loaded).browser} />
    </main>
  ),
};

/** Filters that are saved under a name. */
export const Presets: Story = {
  render: function Presets() {
    const [filters, setFilters] = useState<FilterSpec>({ genres: [878], with_runtime_gte: 120 });
    const { presets, save, apply } = useFilterPresets({ onFiltersChange: setFilters });
    return (
      <main>
        <ActiveFilters filters={filters} onFiltersChange={setFilters} />
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, paddingInline: 'clamp(20px, 4vw, 60px)' }}>
          <button type="button" className="discovr-Button" onClick={() => save('Friday night', filters)}>
            Save as “Friday night”
          </button>
          {presets.map(({ name }) => (
            <button key={name} type="button" className="discovr-Button" onClick={() => apply(name)}>
              Apply “{name}”
            </button>
          ))}
        </div>
      </main>
    );
  },
};

const [film] = heroItems(1);

/** Two buttons that change the lists of the profile, and the number of titles on its watchlist. */
export const Lists: Story = {
  tags: ['screens'],
  render: function Lists() {
    const { data: ratings } = useMediaProfileMeta(film!.id);
    const { data: watchlist } = useListItems('watchlist');
    const like = useUpdateList('liked');
    const watch = useUpdateList('watchlist');
    return (
      <main style={{ padding: 20 }}>
        <h2>{film!.title}</h2>
        <button
          type="button"
          className="discovr-Button"
          aria-pressed={ratings?.liked ?? false}
          onClick={() => like.mutate({ mediaId: film!.id, on: !ratings?.liked })}
        >
          Like
        </button>
        <button
          type="button"
          className="discovr-Button"
          aria-pressed={ratings?.watchlist ?? false}
          onClick={() => watch.mutate({ mediaId: film!.id, on: !ratings?.watchlist, item: film })}
        >
          Watchlist
        </button>
        <p>Titles on the watchlist: {watchlist?.pages.flatMap(({ items }) => items).length ?? 0}</p>
      </main>
    );
  },
};
