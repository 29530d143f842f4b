import { useMemo, useState } from 'react';
import {
  ActiveFilters,
  DiscovrGate,
  DiscovrPage,
  NavigationStack,
  PageFilterDialog,
  TitleSheet,
  useFilteredPage,
  usePageFilterUrl,
  type MediaItem,
  type NavigationStackProps,
  type RowItem,
} from '../../src/index.js';

/** A whole app: signing in, profiles, filters in the address, a page with its destinations, and a sheet for each title. */
export function JourneyApp({ history = 'browser' }: Pick<NavigationStackProps, 'history'>) {
  return (
    <DiscovrGate>
      <Browse history={history} />
    </DiscovrGate>
  );
}

function Browse({ history }: Pick<NavigationStackProps, 'history'>) {
  const { filters, setFilters } = usePageFilterUrl();
  const filtered = useFilteredPage(filters);
  const [title, setTitle] = useState<MediaItem>();
  const [played, setPlayed] = useState('');
  const tabs = useMemo(
    () => [
      { id: 'yours', name: 'For you', pageFilters: filters },
      { id: 'series', name: 'Series', pageFilters: { media_type: 'tv' as const } },
    ],
    [filters],
  );
  return (
    <main>
      <div className="journey-filters">
        <PageFilterDialog filters={filters} onFiltersChange={setFilters} createsPage={false} />
        <ActiveFilters filters={filters} onFiltersChange={setFilters} />
      </div>
      <NavigationStack tabs={tabs} history={history}>
        {({ pageId, level, title: name, open }) => {
          const handleItemClick = (item: RowItem) => {
            if (item.type === 'media') setTitle(item);
            else if (item.type === 'navigation') open(item);
            else setFilters({ ...filters, with_watch_providers: [item.id] });
          };
          // What is shown stays until the page of other filters is there.
          const shownId = level === 0 && name === 'For you' ? filtered.pageId : pageId;
          return <DiscovrPage pageId={shownId} onItemClick={handleItemClick} onFiltersChange={setFilters} />;
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
