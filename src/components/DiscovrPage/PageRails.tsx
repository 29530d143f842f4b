'use client';

import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { watchForStall } from '../../client/batches.js';
import type { Messages } from '../../messages/messages.js';
import { useLatestMethods } from '../../react/hooks.js';
import { joinClasses } from '../../ui/classNames.js';
import { useSharedRef } from '../../ui/hooks.js';
import type { Row } from '../../api/rows.js';
import { RAIL_BATCH_SIZE } from '../../react/pages/queries.js';
import { useRowItems } from '../../react/pages/useRows.js';
import { Rail, useStillRail, type RailProps } from '../Rail/Rail.js';
import { useNearViewport } from '../Rail/useNearViewport.js';
import type { RailPlace } from '../Rail/useRail.js';
import { PageAlert } from './PageRefresh.js';
import type { PagePlaces } from './pagePlaces.js';
import { createRailTurns, type RailTurns } from './railTurns.js';
import type { DiscovrPageClassNames } from './types.js';
import type { UseDiscovrPageResult } from './useDiscovrPage.js';

interface PageRailsProps extends Omit<
  PageRailProps,
  'row' | 'index' | 'turns' | 'onPlaceChange' | 'onRead' | 'defaultPlace' | 'classNames' | 'messages'
> {
  discovrPage: UseDiscovrPageResult;
  places: PagePlaces;
  /** Called when the user clicks the button that returns to the top of the page. */
  onBackToTop: () => void;
  texts: Pick<Messages, 'page' | 'errors'>;
  ownMessages: RailProps['messages'];
  classNames: DiscovrPageClassNames | undefined;
}

/** Renders the loaded rails of a page and, after them, placeholders, an error, a button to load more, or the end. */
export function PageRails(props: PageRailsProps) {
  const { discovrPage, places, onBackToTop, texts, ownMessages, classNames, ...rest } = props;
  const { rows, batchCount, rowsError, isLoadingRows } = discovrPage;
  const [turns] = useState(createRailTurns);
  const railCount = useRailCount(rows.length);
  const empty = useStalledRows(discovrPage, places);
  /** Whether the rails of some loaded rows are not rendered yet. */
  const isBehind = railCount < rows.length;
  const hasMoreRows = discovrPage.hasMoreRows && !empty.isStalled;
  const isStalled = discovrPage.isStalled || (discovrPage.hasMoreRows && empty.isStalled);
  const loadMore = () => {
    empty.resume();
    discovrPage.loadMoreRows();
  };
  const keepPlace = useCallback((id: string, place: RailPlace) => places.rails.set(id, place), [places]);

  return (
    <>
      {rows.slice(0, railCount).map((row, index) => (
        <PageRail
          key={row.id}
          row={row}
          index={index}
          turns={turns}
          {...rest}
          defaultPlace={places.rails.get(row.id)}
          onPlaceChange={keepPlace}
          onRead={empty.noteRow}
          classNames={classNames?.rail}
          messages={ownMessages}
        />
      ))}
      {rowsError && (
        <PageAlert
          error={rowsError}
          isTrying={isLoadingRows}
          stop="end"
          onRetry={discovrPage.retry}
          messages={texts}
          className={classNames?.alert}
        />
      )}
      {!rowsError && hasMoreRows && !isBehind && (
        <MoreRails
          key={batchCount}
          isFurther={batchCount > 0}
          isLoading={isLoadingRows}
          isHeroLoading={!discovrPage.page && !discovrPage.error}
          stillLoading={texts.page.stillLoading}
          turns={turns}
          onNear={discovrPage.loadMoreRows}
          showCaptions={rest.showCaptions ?? false}
        />
      )}
      {!rowsError && (hasMoreRows || isBehind) && <span data-rail-stop="more" hidden />}
      {!rowsError && !hasMoreRows && !isBehind && (isStalled || railCount > 0) && (
        <PageEnd
          text={isStalled ? texts.page.stalled : texts.page.end}
          actionText={isStalled ? texts.page.loadMore : texts.page.backToTop}
          onAction={isStalled ? loadMore : onBackToTop}
          className={classNames?.end}
        />
      )}
    </>
  );
}

/**
 * Returns how many rails to render. When further rows have loaded, rails take the place of the placeholders, so nothing
 * moves. The others follow one at a time, so that a key or a response does not wait for all of them.
 */
export function useRailCount(rowCount: number): number {
  const [{ of, count }, setRails] = useState({ of: rowCount, count: rowCount });
  if (of !== rowCount) {
    const isFurther = of > 0 && rowCount > of;
    setRails({ of: rowCount, count: isFurther ? Math.min(count + FURTHER, rowCount) : rowCount });
  }
  useEffect(() => {
    // React yields between two renders that effects request.
    // oxlint-disable-next-line react/set-state-in-effect
    if (count < of) setRails((rails) => ({ ...rails, count: rails.count + 1 }));
  }, [of, count]);
  return count;
}

/** Return value of {@link useStalledRows}. */
interface StalledRows {
  /** Records whether a row has items or a button to load more. A row with neither takes no space. */
  readonly noteRow: (rowId: string, hasItems: boolean) => void;
  /** Whether the last batches brought only rows without items, so that the page waits for the user to load more. */
  readonly isStalled: boolean;
  /** Lets the page load more. */
  readonly resume: () => void;
}

/**
 * Detects that the rows of a page have stalled because their rails have no items. These rails take no space, so the end
 * of the page stays near the viewport and would load more batches endlessly.
 *
 * @param page the memory of the page. For another page, everything is unknown again.
 */
export function useStalledRows(
  { rows, batchSizes }: Pick<UseDiscovrPageResult, 'rows' | 'batchSizes'>,
  page: PagePlaces,
): StalledRows {
  const [{ of, hasItems, resumedAt }, setKnown] = useState({ of: page, ...NOTHING });
  if (of !== page) setKnown({ of: page, ...NOTHING });
  const isStalledAfter = watchForStall();
  let isStalled = false;
  let start = 0;
  batchSizes.forEach((size, batch) => {
    const known = rows.slice(start, start + size).map(({ id }) => hasItems.get(id));
    start += size;
    const isNew = known.includes(true) || batch < resumedAt;
    // A batch with rows whose items are still unknown neither counts nor resets the count.
    if (isNew || !known.includes(undefined)) isStalled = isStalledAfter(undefined, isNew);
  });
  return {
    noteRow: useCallback(
      (id: string, has: boolean) => setKnown((known) => ({ ...known, hasItems: new Map(known.hasItems).set(id, has) })),
      [],
    ),
    isStalled,
    resume: () => setKnown((known) => ({ ...known, resumedAt: batchSizes.length })),
  };
}

/** What is known of a page at first: whether a row has items, by its id, and how many batches the user has accepted. */
const NOTHING = { hasItems: new Map<string, boolean>(), resumedAt: 0 };

/** Number of placeholder rails that fill a screen while no rail has loaded. */
const WHOLE = 4;

/** Number of placeholder rails that follow loaded rails. */
const FURTHER = 2;

/** Renders again only when its props change, not on each step of a page that is loading. */
const PlaceholderRail = memo(Rail);
const NO_ITEMS: RailProps['items'] = [];

interface MoreRailsProps {
  /** Whether loaded rails precede the placeholders. */
  isFurther: boolean;
  /** Whether rows are loading. */
  isLoading: boolean;
  /** Whether the hero is loading too. It then says so after ten seconds, otherwise the placeholders do. */
  isHeroLoading: boolean;
  stillLoading: string;
  turns: RailTurns;
  /** Called to load more rows when the placeholders come near the viewport. */
  onNear: () => void;
  showCaptions: boolean;
}

/**
 * Renders placeholders for rails that are loading. Use a different `key` for each batch: React then replaces the
 * placeholders instead of moving them, and nothing visible moves.
 */
function MoreRails(props: MoreRailsProps) {
  const { isFurther, isLoading, isHeroLoading, stillLoading, turns, onNear, showCaptions } = props;
  const isStill = useStillRail(isLoading && !isHeroLoading);
  const { isNear, watch } = useNearViewport();
  const methods = useLatestMethods({ onNear });
  const first = useRef<HTMLElement>(null);
  const firstRef = useSharedRef(watch, first);

  useEffect(
    () => (isNear && !isLoading && first.current ? turns.enter(first.current, () => methods.onNear()) : undefined),
    [isNear, isLoading, turns, methods],
  );

  const length = isFurther ? FURTHER : WHOLE;
  const rails = Array.from({ length }, (_, index) => (
    <PlaceholderRail
      key={index}
      ref={index === 0 ? firstRef : undefined}
      loading={isFurther ? 'lazy' : railLoading(index)}
      type="media"
      items={NO_ITEMS}
      isLoading
      // Each that pulses is a layer of the browser, as are the hero and up to three rails that load items.
      data-still={index < length - 1 ? undefined : ''}
      showCaptions={showCaptions}
    />
  ));
  return (
    <>
      {isStill && <p className="discovr-Rail-still">{stillLoading}</p>}
      {rails}
    </>
  );
}

interface PageEndProps {
  text: string;
  actionText: string;
  onAction: () => void;
  className: string | undefined;
}

/** Renders a text and a button at the end of a page. The up and down arrow keys reach it too. */
function PageEnd({ text, actionText, onAction, className }: PageEndProps) {
  return (
    <div className={joinClasses('discovr-DiscovrPage-end', className)} data-rail-stop="end">
      <p className="discovr-DiscovrPage-endText">{text}</p>
      <button type="button" className="discovr-Button" onClick={onAction}>
        {actionText}
      </button>
    </div>
  );
}

interface PageRailProps extends Pick<
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
const PageRail = memo(function PageRail(props: PageRailProps) {
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
const railLoading = (index: number): NonNullable<RailProps['loading']> => (index < FIRST_SCREEN ? 'eager' : 'lazy');
