import type { InfiniteData } from '@tanstack/react-query';
import type { GetRowsResponse } from '../../../api/schemas/row.js';
import type { DiscovrClientLike } from '../../../client/discovrClientLike.js';
import { pageHealingOf } from '../pageHealing.js';
import { profileIdOf } from '../../../session/state/sessionState.js';
import { distinctRows } from './distinctRows.js';
import type { BatchesQueryOptions } from '../../query/batchesQueryOptions.js';
import { queryDefaults } from '../../query/queryDefaults.js';
import { discovrTitleKeys, type BatchSize } from '../../query/queryKeys.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { haveStalled } from '../../query/stalledBatches.js';

/** A part of a page's rows, and which page gave it: the one asked for, or one that took its place. */
export interface RowsBatch extends GetRowsResponse {
  pageId: string;
}

/** Where rows go on: on which page, and after which part of it. `null` is the beginning. */
export type RowsToken = { readonly pageId: string; readonly nextPageToken?: string | undefined } | null;

/** What {@link rowsQueryOptions} gives. */
export interface RowsQueryOptions extends BatchesQueryOptions<
  RowsBatch,
  ReturnType<typeof discovrTitleKeys.rows>,
  RowsToken
> {
  readonly select: (data: InfiniteData<RowsBatch, RowsToken>) => InfiniteData<RowsBatch, RowsToken>;
}

/**
 * The rows of a page, part by part, for `useInfiniteQuery`. Disabled while no profile is active. Where the page was made in
 * a former session it is created anew, once for all who ask: rows that are there stay, and further ones come from the page
 * that takes its place, without those whose type and title stand already. Mounted again, all come from there.
 *
 * @throws where the client has no rows.
 * @example
 * const { client, queryClient } = useDiscovr();
 * const rows = useInfiniteQuery(rowsQueryOptions(client, pageId), queryClient);
 */
export function rowsQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
  { limit }: BatchSize = {},
): RowsQueryOptions {
  const getRows = requireMethod(client, 'getRows', 'rowsQueryOptions()');
  const healing = pageHealingOf(client);
  const partOf = async (id: string, nextPageToken: string | undefined, signal: AbortSignal): Promise<RowsBatch> => ({
    ...(await getRows(id, { limit, nextPageToken, signal })),
    pageId: id,
  });
  return {
    ...queryDefaults,
    queryKey: discovrTitleKeys.rows(client, pageId, { limit }),
    queryFn: async ({ pageParam, signal }) => {
      const from = pageParam?.pageId ?? pageId;
      // A page that was replaced meanwhile is gone on with from the beginning of the other.
      const start = healing.latest(from);
      try {
        return await partOf(start, start === from ? pageParam?.nextPageToken : undefined, signal);
      } catch (error) {
        const { id } = await healing.heal(start, error, { signal });
        return partOf(id, undefined, signal);
      }
    },
    initialPageParam: null,
    getNextPageParam: ({ pageId: id, hasMore, nextPageToken }, all, _token, tokens) => {
      if (!hasMore || nextPageToken === undefined || haveStalled(all)) return undefined;
      // A page that got its former id back may give its former tokens, too.
      const sinceOther = tokens.slice(all.map((part) => part.pageId === id).lastIndexOf(false) + 1);
      return sinceOther.some((token) => token?.pageId === id && token.nextPageToken === nextPageToken)
        ? undefined
        : { pageId: id, nextPageToken };
    },
    select: withoutRepeats,
    enabled: profileIdOf(client.getSession()) !== undefined,
    // Rows of a page that was replaced are fetched again when they are next shown.
    staleTime: ({ state }) => {
      const shown = state.data?.pages[0]?.pageId;
      return shown === undefined || shown === healing.latest(pageId) ? queryDefaults.staleTime : 0;
    },
  };
}

// One function for all, so that TanStack does not select again at each render.
const withoutRepeats: RowsQueryOptions['select'] = (data) => ({ ...data, pages: distinctRows(data.pages) });
