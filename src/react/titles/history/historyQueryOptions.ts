import type { HistoryListResponse } from '../../../api/history.js';
import type { DiscovrClientLike } from '../../../client/clientLike.js';
import { batchesQueryOptions, type BatchesQueryOptions } from '../../query/batchesQueryOptions.js';
import { ownerOf, type OfProfile } from '../../query/profileScope.js';
import { discovrTitleKeys, type BatchSize } from '../../query/queryKeys.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { STALE_AFTER_MS } from '../../query/staleAfter.js';

/**
 * Returns query options for the profile's history, newest first, in batches, for `useInfiniteQuery`. Disabled while no
 * profile is active; stale after 30 seconds.
 *
 * @throws {TypeError} when the client cannot fetch the history.
 */
export function historyQueryOptions(
  client: DiscovrClientLike,
  { limit, ...options }: BatchSize & OfProfile = {},
): BatchesQueryOptions<HistoryListResponse, ReturnType<typeof discovrTitleKeys.history>> {
  const getItems = requireMethod(client, 'getHistoryItems', 'historyQueryOptions()');
  const owner = ownerOf(client, options);
  return {
    ...batchesQueryOptions(client, owner, discovrTitleKeys.history(owner, { limit }), (paging) =>
      getItems({ limit, ...paging }),
    ),
    staleTime: STALE_AFTER_MS,
  };
}
