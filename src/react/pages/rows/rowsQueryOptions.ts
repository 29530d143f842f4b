import type { InfiniteData } from '@tanstack/react-query';
import type { GetRowsResponse } from '../../../api/rows.js';
import type { DiscovrClientLike } from '../../../client/clientLike.js';
import { pageHealingOf } from '../pageHealing.js';
import { distinctRows } from './distinctRows.js';
import type { BatchesQueryOptions } from '../../query/batchesQueryOptions.js';
import { forOwner, ownerOf, type OfProfile } from '../../query/profileScope.js';
import { queryDefaults } from '../../query/queryDefaults.js';
import { discovrTitleKeys, type BatchSize } from '../../query/queryKeys.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { haveStalled } from '../../query/stalledBatches.js';

/** A batch of rows, and the id of the page that it came from: the requested page or its replacement. */
export interface RowsBatch extends GetRowsResponse {
  pageId: string;
}

/** Start of a batch: a page, and the token from that page's previous batch. `null` starts the requested page. */
export type RowsToken = { readonly pageId: string; readonly nextPageToken?: string | undefined } | null;

/** Result of {@link rowsQueryOptions}. */
export interface RowsQueryOptions extends BatchesQueryOptions<
  RowsBatch,
  ReturnType<typeof discovrTitleKeys.rows>,
  RowsToken
> {
  readonly select: (data: InfiniteData<RowsBatch, RowsToken>) => InfiniteData<RowsBatch, RowsToken>;
}

/**
 * Returns query options for the rows of a page in batches, for `useInfiniteQuery`. Disabled while no profile is active.
 * A page of an expired session is recreated once for all callers: loaded rows stay, and further rows come from its
 * replacement, except those whose type and title are already listed. After a remount, all rows come from the
 * replacement.
 *
 * @throws {TypeError} when the client cannot fetch rows.
 * @example
 * const { client, queryClient, profileId } = useDiscovr();
 * const rows = useInfiniteQuery(rowsQueryOptions(client, pageId, { profileId }), queryClient);
 */
export function rowsQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
  { limit, ...options }: BatchSize & OfProfile = {},
): RowsQueryOptions {
  const getRows = requireMethod(client, 'getRows', 'rowsQueryOptions()');
  const healing = pageHealingOf(client);
  const owner = ownerOf(client, options);
  const batchOf = async (id: string, nextPageToken: string | undefined, signal: AbortSignal): Promise<RowsBatch> => ({
    ...(await forOwner(client, owner, getRows(id, { limit, nextPageToken, signal }))),
    pageId: id,
  });
  return {
    ...queryDefaults,
    queryKey: discovrTitleKeys.rows(owner, pageId, { limit }),
    queryFn: async ({ pageParam, signal }) => {
      const from = pageParam?.pageId ?? pageId;
      // If the page was replaced after the last batch, continues from the start of its replacement.
      const start = healing.latest(from);
      try {
        return await batchOf(start, start === from ? pageParam?.nextPageToken : undefined, signal);
      } catch (error) {
        const { id } = await healing.heal(start, error, { signal });
        return batchOf(id, undefined, signal);
      }
    },
    initialPageParam: null,
    getNextPageParam: ({ pageId: id, hasMore, nextPageToken }, all, _token, tokens) => {
      if (!hasMore || nextPageToken === undefined || haveStalled(all)) return undefined;
      // Compares only tokens since the list moved to this page, because a page with a reused id may repeat tokens.
      const sinceOther = tokens.slice(all.map((batch) => batch.pageId === id).lastIndexOf(false) + 1);
      return sinceOther.some((token) => token?.pageId === id && token.nextPageToken === nextPageToken)
        ? undefined
        : { pageId: id, nextPageToken };
    },
    select: withoutRetries,
    enabled: owner.profileId !== null,
    // Rows of a replaced page are refetched when they are next shown.
    staleTime: ({ state }) => {
      const shown = state.data?.pages[0]?.pageId;
      return shown === undefined || healing.isLatest(shown, owner) ? queryDefaults.staleTime : 0;
    },
  };
}

// One function for all renders, because TanStack runs `select` again whenever the function changes.
const withoutRetries: RowsQueryOptions['select'] = (data) => ({ ...data, pages: distinctRows(data.pages) });
