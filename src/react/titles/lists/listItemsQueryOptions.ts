import type { MediaList } from '../../../api/facts.js';
import type { MediaListResponse } from '../../../api/lists.js';
import type { DiscovrClientLike } from '../../../client/clientLike.js';
import { listMethodNames } from './listMethodNames.js';
import { batchesQueryOptions, type BatchesQueryOptions } from '../../query/batchesQueryOptions.js';
import { ownerOf, type OfProfile } from '../../query/profileScope.js';
import { discovrTitleKeys, type BatchSize } from '../../query/queryKeys.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { STALE_AFTER_MS } from '../../query/staleAfter.js';

/**
 * Returns query options for the titles of a list, last added first, in batches, for `useInfiniteQuery`. Disabled while
 * no profile is active; stale after 30 seconds.
 *
 * @throws {TypeError} when the client cannot fetch this list.
 */
export function listItemsQueryOptions(
  client: DiscovrClientLike,
  list: MediaList,
  { limit, ...options }: BatchSize & OfProfile = {},
): BatchesQueryOptions<MediaListResponse, ReturnType<typeof discovrTitleKeys.list>> {
  const getItems = requireMethod(client, listMethodNames[list].get, 'listItemsQueryOptions()');
  const owner = ownerOf(client, options);
  return {
    ...batchesQueryOptions(client, owner, discovrTitleKeys.list(owner, list, { limit }), (paging) =>
      getItems({ limit, ...paging }),
    ),
    staleTime: STALE_AFTER_MS,
  };
}
