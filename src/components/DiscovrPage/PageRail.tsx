'use client';

import { memo, useEffect, useRef, useState } from 'react';
import type { Row } from '../../api/rows.js';
import { RAIL_BATCH_SIZE } from '../../react/pages/queries.js';
import { useRowItems } from '../../react/pages/useRows.js';
import { Rail, type RailProps } from '../Rail/Rail.js';
import type { RailTurns } from './railTurns.js';

export interface PageRailProps extends Pick<
  RailProps,
  | 'href'
  | 'onItemClick'
  | 'onItemIntent'
  | 'renderLink'
  | 'showCaptions'
  | 'headingLevel'
  | 'classNames'
  | 'messages'
  | 'defaultPlace'
> {
  row: Row;
  /** Position of the row in the page, from 0. */
  index: number;
  turns: RailTurns;
  /** Called with the place of the rail when it changes. */
  onPlaceChange: (rowId: string, place: NonNullable<RailProps['defaultPlace']>) => void;
  /** Called with whether the row has items or a button to load more, once this is known. */
  onRead: (rowId: string, hasItems: boolean) => void;
}

/**
 * Renders a rail. The first rail of a page loads its items at once, because most screens show it and its position is
 * known only after a paint. The others load theirs when they come near the viewport and it is their turn. All load more
 * near their end.
 */
export const PageRail = memo(function PageRail(props: PageRailProps) {
  const { row, index, turns, onPlaceChange, onRead, ...rest } = props;
  const rail = useRef<HTMLElement>(null);
  const [isNear, setIsNear] = useState(index === 0);
  const [isWanted, setIsWanted] = useState(index === 0);
  const items = useRowItems(row.pageId, row.id, { enabled: isWanted, limit: RAIL_BATCH_SIZE });
  const { data, error, isFetching, hasNextPage, isStalled } = items;
  const hasItems = data?.pages.some((batch) => batch.items.length > 0);
  const isRead = data !== undefined && (hasItems || !hasNextPage);
  const isWaiting = isNear && !data && !error;
  useEffect(
    () => (isWaiting && rail.current ? turns.enter(rail.current, () => setIsWanted(true)) : undefined),
    [isWaiting, turns],
  );
  useEffect(() => {
    if (isRead) onRead(row.id, hasItems || isStalled);
  }, [isRead, hasItems, isStalled, onRead, row.id]);
  return (
    <Rail
      {...rest}
      ref={rail}
      title={row.title}
      type={row.type}
      items={data?.pages.flatMap((batch) => batch.items) ?? []}
      hasMore={data ? hasNextPage : true}
      isStalled={isStalled}
      isLoading={isFetching}
      error={error}
      onEndReached={() => {
        if (data) void items.fetchNextPage();
        else setIsNear(true);
      }}
      onRetry={() => void (data ? items.fetchNextPage() : items.refetch())}
      // When a page is shown again, its items are in the cache, and the user may have scrolled down to them.
      loading={data ? 'eager' : railLoading(index)}
      onPlaceChange={(place) => onPlaceChange(row.id, place)}
      data-row-id={row.id}
    />
  );
});

/** Most screens show at most this many rails when a page opens. */
const FIRST_SCREEN = 3;

/** Returns the `loading` of a rail for its position in the page. */
export const railLoading = (index: number): NonNullable<RailProps['loading']> =>
  index < FIRST_SCREEN ? 'eager' : 'lazy';
