'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { Page } from '../../api/schemas/page.js';
import type { Row } from '../../api/schemas/row.js';
import { pageHealingOf, type PageReplaced } from '../../react/pages/pageHealing.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import { useLatestMethods } from '../../react/useLatestMethods.js';
import { usePage } from '../../react/pages/usePage.js';
import { useRows } from '../../react/pages/rows/useRows.js';
import { useClientSession } from '../../react/session/useSession.js';
import type { SessionState } from '../../session/state/sessionState.js';

/** What there is to see of a page. */
export type DiscovrPageStatus =
  /** Nobody is signed in, or no profile is chosen. */
  | 'locked'
  /** Neither hero nor rows are there. */
  | 'loading'
  /** Neither came. */
  | 'failed'
  /** No title matches its filters. */
  | 'empty'
  | 'ready';

/** Options of {@link useDiscovrPage}. */
export interface UseDiscovrPageOptions {
  /** Hears that another page took this one's place: `refresh()` shows it. */
  onPageReplaced?: ((replaced: PageReplaced & Pick<UseDiscovrPageResult, 'refresh'>) => void) | undefined;
}

/** What {@link useDiscovrPage} gives. */
export interface UseDiscovrPageResult {
  readonly status: DiscovrPageStatus;
  readonly session: SessionState;
  /** The page with its hero. Its id may be another one than that asked for: of the page that took its place. */
  readonly page: Page | undefined;
  /** Its rows so far, in order. Ask for the items of each by `row.pageId`. */
  readonly rows: readonly Row[];
  /** How many parts of rows have come. */
  readonly batchCount: number;
  /** How many of `rows` each part brought, in order. */
  readonly batchSizes: readonly number[];
  /** Whether there may be more rows than those, which `loadMoreRows` may ask for by itself. */
  readonly hasMoreRows: boolean;
  /**
   * Whether the last three parts brought no new row, though there are more. `hasMoreRows` is then `false`, so that nothing asks
   * without end; offer a button that calls `loadMoreRows`.
   */
  readonly isStalled: boolean;
  readonly isLoadingRows: boolean;
  /** Asks for the next rows; while some are on their way it does nothing. */
  readonly loadMoreRows: () => void;
  /** Why the hero did not come. */
  readonly error: DiscovrError | null;
  /** Why rows did not come. */
  readonly rowsError: DiscovrError | null;
  /** Asks again for what did not come. */
  readonly retry: () => void;
  /** Whether a page of the present session stands ready in place of what is shown. */
  readonly isOutdated: boolean;
  /** Shows the present page: hero and all rows change once they are there. */
  readonly refresh: () => Promise<void>;
  readonly isRefreshing: boolean;
}

/**
 * All that a page shows, without its looks: hero, rows part by part, and what became of them. A renewed session changes
 * nothing on screen; further rows come from the page that takes this one's place, and `refresh()`, or the next mount,
 * shows it whole.
 *
 * @param pageId `undefined` while it is not known yet; then the page is loading.
 * @throws where there is no provider above, or its client has no rows.
 * @example
 * const { status, page, rows, hasMoreRows, loadMoreRows } = useDiscovrPage(pageId);
 */
export function useDiscovrPage(
  pageId: string | undefined,
  { onPageReplaced }: UseDiscovrPageOptions = {},
): UseDiscovrPageResult {
  const { client } = useDiscovrContext('useDiscovrPage()');
  const session = useClientSession(client);
  const [isRefreshing, setIsRefreshing] = useState(false);
  const id = pageId ?? '';
  const page = usePage(id, { enabled: pageId !== undefined });
  const rows = useRows(id, { enabled: pageId !== undefined });
  const healing = pageHealingOf(client);
  const refresh = async () => {
    setIsRefreshing(true);
    await Promise.all([page.refetch(), rows.refetch()]);
    setIsRefreshing(false);
  };
  const { tell } = useLatestMethods({
    tell(replaced: PageReplaced) {
      // The page that is shown may have come back in place of the one that took its place.
      const isOther = replaced.to !== (page.data?.id ?? id);
      if (isOther && replaced.to === healing.latest(id)) onPageReplaced?.({ ...replaced, refresh });
    },
  });
  useEffect(() => healing.onReplaced(tell), [healing, tell]);
  const current = useSyncExternalStore(
    useCallback((onChange: () => void) => healing.onReplaced(onChange), [healing]),
    () => healing.latest(id),
    () => id,
  );

  // What is outdated when it is mounted would change under the eyes: its place is kept instead.
  const isReplacing = (query: { isFetching: boolean; isFetchedAfterMount: boolean }) =>
    !isRefreshing && query.isFetching && !query.isFetchedAfterMount;
  const shown = isReplacing(page) ? undefined : page.data;
  const batches = isReplacing(rows) && !rows.isFetchingNextPage ? undefined : rows.data?.pages;
  const shownRows = batches?.flatMap((batch) => batch.rows) ?? NO_ROWS;
  const hasMoreRows = !batches || rows.hasNextPage;
  const { isStalled } = rows;
  const error = shown ? null : page.error;

  return {
    status: statusOf(),
    session,
    page: shown,
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
      if (page.error) void page.refetch();
      if (rows.error) void (rows.isFetchNextPageError ? rows.fetchNextPage() : rows.refetch());
    },
    isOutdated: shown !== undefined && shown.id !== current,
    refresh,
    isRefreshing,
  };

  function statusOf(): DiscovrPageStatus {
    if (session.status === 'signedOut' || session.status === 'signedIn') return 'locked';
    if (shown?.hero.length || shownRows.length > 0) return 'ready';
    const isHeroSettled = shown !== undefined || error !== null;
    const areRowsSettled = rows.error !== null || !hasMoreRows;
    if (!isHeroSettled || !areRowsSettled) return 'loading';
    if (isStalled) return 'ready';
    return error || rows.error ? 'failed' : 'empty';
  }
}

const NO_ROWS: readonly Row[] = [];
