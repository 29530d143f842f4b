import { useMemo, useState } from 'react';
import {
  ActiveFilters,
  DeviceSignIn,
  DiscovrGate,
  DiscovrPage,
  NavigationStack,
  PageFilterDialog,
  TitleSheet,
  usePageFilterUrl,
  useRailGroup,
  useSignOut,
  type MediaItem,
  type DiscovrPageProps,
  type NavigationStackProps,
  type RowItem,
} from '../../src/index.js';

/** Props of {@link JourneyApp}. */
export interface JourneyAppProps extends BrowseProps {
  /** Whether the sign-in shows a code immediately, without a click. */
  isTelevision?: boolean;
}

type BrowseProps = Pick<NavigationStackProps, 'history'> & Pick<DiscovrPageProps, 'heroFollowsFocus'>;

/** A complete app: sign-in, profiles, filters in the URL, a page with navigation items, and a sheet for each title. */
export function JourneyApp({ isTelevision = false, ...rest }: JourneyAppProps) {
  return (
    <DiscovrGate {...(isTelevision && { signIn: <DeviceSignIn /> })}>
      <Browse {...rest} />
    </DiscovrGate>
  );
}

function Browse({ history = 'browser', heroFollowsFocus = false }: BrowseProps) {
  const { filters, setFilters } = usePageFilterUrl();
  const [title, setTitle] = useState<MediaItem>();
  const [played, setPlayed] = useState('');
  const signOut = useSignOut();
  const tabs = useMemo(
    () => [
      { id: 'yours', name: 'For you', pageFilters: filters },
      { id: 'series', name: 'Series', pageFilters: { media_type: 'tv' as const } },
    ],
    [filters],
  );
  return (
    // Without `<RemoteControl>`, up and down reach the tabs and the rails even when `<main>` itself has the focus.
    <main {...useRailGroup()}>
      <div className="journey-filters">
        <PageFilterDialog formProps={{ filters, onFiltersChange: setFilters, createsPage: false }} />
        <ActiveFilters filters={filters} onFiltersChange={setFilters} />
        <button type="button" onClick={() => signOut.mutate()}>
          Sign out
        </button>
      </div>
      <NavigationStack tabs={tabs} history={history}>
        {({ pageId, level, title: name, open }) => {
          const handleItemClick = (item: RowItem) => {
            if (item.type === 'media') setTitle(item);
            else if (item.type === 'navigation') open(item);
            else setFilters({ ...filters, with_watch_providers: [item.id] });
          };
          return (
            <DiscovrPage
              {...(level === 0 && name === 'For you' ? { filters } : { pageId })}
              title={null}
              heroFollowsFocus={heroFollowsFocus}
              onItemClick={handleItemClick}
              onFiltersChange={setFilters}
            />
          );
        }}
      </NavigationStack>
      <TitleSheet
        mediaId={title?.id}
        item={title}
        onClose={() => setTitle(undefined)}
        onPlay={({ mediaId }) => setPlayed(mediaId)}
      />
      {played && <p role="status">Playing {played}</p>}
    </main>
  );
}
