import type { HistoryListResponse } from '../../../api/history.js';
import type { DiscovrClientLike } from '../../../client/clientLike.js';
import { batchesQueryOptions, type BatchesQueryOptions } from '../../query/batchesQueryOptions.js';
import { ownerOf, type OfProfile } from '../../query/profileScope.js';
import { discovrTitleKeys, type HistoryPlace, type BatchSize } from '../../query/queryKeys.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { STALE_AFTER_MS } from '../../query/staleAfter.js';

/**
 * Returns query options for the history of one title, last changed first, in batches, for `useInfiniteQuery`. A series
 * needs a `season`; without it, the query fails with `VALIDATION_FAILED` and sends nothing. Disabled while no profile
 * is active; stale after 30 seconds.
 *
 * @throws {TypeError} when the client cannot fetch the history of a title.
 */
export function mediaHistoryQueryOptions(
  client: DiscovrClientLike,
  mediaId: string,
  { limit, season, episode, ...options }: BatchSize & HistoryPlace & OfProfile = {},
): BatchesQueryOptions<HistoryListResponse, ReturnType<typeof discovrTitleKeys.mediaHistory>> {
  const getItems = requireMethod(client, 'getHistoryItemsByMediaId', 'mediaHistoryQueryOptions()');
  const owner = ownerOf(client, options);
  const queryKey = discovrTitleKeys.mediaHistory(owner, mediaId, { limit, season, episode });
  return {
    ...batchesQueryOptions(client, owner, queryKey, (paging) =>
      getItems(mediaId, { season, episode, limit, ...paging }),
    ),
    staleTime: STALE_AFTER_MS,
  };
}
