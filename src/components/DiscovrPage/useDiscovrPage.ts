'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import type { Page } from '../../api/pages.js';
import type { Row } from '../../api/rows.js';
import { pageHealingOf } from '../../react/pages/pageHealing.js';
import type { PageReplaced } from '../../react/pages/pageReplacements.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import { useLatestMethods } from '../../react/hooks.js';
import { usePageOf, type PageSource } from '../../react/pages/useFilteredPage.js';
import { usePage } from '../../react/pages/usePage.js';
import { useRows } from '../../react/pages/useRows.js';
import { useSessionFrom } from '../../react/session/useSession.js';
import { profileIdOf, type SessionState } from '../../session/sessionState.js';

/** State of a page. */
type DiscovrPageStatus =
  /** No user is signed in, or no profile is chosen. */
  | 'locked'
  /** Nothing can be shown yet, because the hero or the rows are loading. */
  | 'loading'
  /** Creating or loading failed, and there is nothing to show. */
  | 'failed'
  /** No title matches the filters. */
  | 'empty'
  | 'ready';

/** Options of {@link useDiscovrPage}. */
export interface UseDiscovrPageOptions extends PageSource {
  /** Called when another page replaces this page. `refresh()` shows the replacement. */
  onPageReplaced?: ((replaced: PageReplaced & Pick<UseDiscovrPageResult, 'refresh'>) => void) | undefined;
}

/** Return value of {@link useDiscovrPage}. */
export interface UseDiscovrPageResult {
  readonly status: DiscovrPageStatus;
  readonly session: SessionState;
  /** Id of the page to show; `undefined` until the page is created. */
  readonly pageId: string | undefined;
  /** The page with its hero. After a replacement, its id differs from `pageId`. */
  readonly page: Page | undefined;
  /**
   * Whether the shown page belongs to previous filters, because the page of the current filters is loading
   * (`isLoadingPage`) or has failed (`error`).
   */
  readonly isPrevious: boolean;
  /** Whether the page is being created, or its hero is loading. */
  readonly isLoadingPage: boolean;
  /** Rows loaded so far, in order. Request the items of each with its `row.pageId`. */
  readonly rows: readonly Row[];
  /** Number of loaded batches of rows. */
  readonly batchCount: number;
  /** Number of rows in each batch, in order. */
  readonly batchSizes: readonly number[];
  /** Whether there may be more rows that the app can load automatically with `loadMoreRows`. */
  readonly hasMoreRows: boolean;
  /**
   * Whether the last three batches brought no new row, although more batches exist. `hasMoreRows` is then `false`, so
   * that the app does not load endlessly. Offer a button that calls `loadMoreRows`.
   */
  readonly isStalled: boolean;
  readonly isLoadingRows: boolean;
  /** Loads the next batch of rows. Does nothing while rows are loading. */
  readonly loadMoreRows: () => void;
  /** Why the page could not be created, or its hero could not be loaded. */
  readonly error: DiscovrError | null;
  /** Error of the rows. */
  readonly rowsError: DiscovrError | null;
  /** Repeats the requests that failed. */
  readonly retry: () => void;
  /** Whether the shown page was replaced. `refresh()` then shows the replacement. */
  readonly isOutdated: boolean;
  /**
   * Shows the replacement. The hero and all rows change once they are loaded. Resolves with why they could not be loaded,
   * or `null`. Does nothing while there is no page.
   */
  readonly refresh: () => Promise<DiscovrError | null>;
  readonly isRefreshing: boolean;
}

/**
 * Creates the page with these filters, or opens the page with this id, and loads its data for custom markup: the hero, the
 * rows batch by batch, and their states. When the filters change, the shown page stays until the hero of the next page has
 * loaded. A renewed session changes nothing on screen: more rows load from the page that replaces this one, and
 * `refresh()` or the next mount shows only the replacement.
 *
 * @throws {Error} when called outside a `<DiscovrProvider>`.
 * @example
 * const { status, page, rows, hasMoreRows, loadMoreRows } = useDiscovrPage({ filters });
 */
export function useDiscovrPage(options: UseDiscovrPageOptions = {}): UseDiscovrPageResult {
  const { onPageReplaced } = options;
  const { client, snapshots } = useDiscovrContext('useDiscovrPage()');
  const session = useSessionFrom(snapshots);
  const [refreshing, setRefreshing] = useState<string>();
  const source = usePageOf('useDiscovrPage()', options);
  // The suggestions of an empty page would change filters that the user has changed already, so it does not stay.
  const wasEmpty = source.isPrevious && source.page?.hero.length === 0;
  const isPrevious = source.isPrevious && !wasEmpty;
  const pageId = wasEmpty ? undefined : source.pageId;
  const isRefreshing = refreshing !== undefined && refreshing === pageId;
  const id = pageId ?? '';
  const page = usePage(id, { enabled: pageId !== undefined });
  const rows = useRows(id, { enabled: pageId !== undefined });
  const healing = pageHealingOf(client);
  const presentId = page.data?.id ?? id;
  const refresh = async () => {
    if (pageId === undefined) return null;
    setRefreshing(pageId);
    const [hero, batches] = await Promise.all([page.refetch(), rows.refetch()]);
    setRefreshing((present) => (present === pageId ? undefined : present));
    return hero.error ?? batches.error;
  };
  const { notify } = useLatestMethods({
    notify(replaced: PageReplaced) {
      // The replacement may be the page that is already shown.
      const isOther = replaced.to !== presentId;
      if (isOther && replaced.to === healing.latest(presentId)) onPageReplaced?.({ ...replaced, refresh });
    },
  });
  useEffect(() => healing.onReplaced(notify), [healing, notify]);
  const isLatest = useSyncExternalStore(
    useCallback((onChange: () => void) => healing.onReplaced(onChange), [healing]),
    () => healing.isLatest(presentId, { profileId: profileIdOf(session) ?? null }),
    () => true,
  );

  // Cached data that is outdated at mount would change on screen, so placeholders are shown until it is refetched.
  const isReplacing = (query: { isFetching: boolean; isFetchedAfterMount: boolean }) =>
    !isRefreshing && query.isFetching && !query.isFetchedAfterMount;
  const shown = isReplacing(page) ? undefined : page.data;
  const batches = isReplacing(rows) && !rows.isFetchingNextPage ? undefined : rows.data?.pages;
  const shownRows = batches?.flatMap((batch) => batch.rows) ?? NO_ROWS;
  const hasMoreRows = !batches || rows.hasNextPage;
  const { isStalled } = rows;
  const error = isPrevious || !shown ? source.error : null;

  return {
    status: statusOf(),
    session,
    pageId,
    page: shown,
    isPrevious,
    isLoadingPage: source.isFetching,
    rows: shownRows,
    batchCount: batches?.length ?? 0,
    batchSizes: batches?.map((batch) => batch.rows.length) ?? [],
    hasMoreRows,
    isStalled,
    isLoadingRows: rows.isFetching,
    loadMoreRows() {
      if (!rows.isFetching && (rows.hasNextPage || isStalled)) void rows.fetchNextPage();
    },
    error,
    rowsError: rows.error,
    retry() {
      source.retry();
      if (rows.error) void (rows.isFetchNextPageError ? rows.fetchNextPage() : rows.refetch());
    },
    isOutdated: shown !== undefined && !isLatest,
    refresh,
    isRefreshing,
  };

  function statusOf(): DiscovrPageStatus {
    if (session.status === 'signedOut' || session.status === 'signedIn') return 'locked';
    if (shown?.hero.length || shownRows.length > 0) return 'ready';
    if (pageId === undefined) return error ? 'failed' : 'loading';
    const isHeroSettled = shown !== undefined || error !== null;
    const areRowsSettled = rows.error !== null || !hasMoreRows;
    if (!isHeroSettled || !areRowsSettled) return 'loading';
    if (isStalled) return 'ready';
    return error || rows.error ? 'failed' : 'empty';
  }
}

const NO_ROWS: readonly Row[] = [];
