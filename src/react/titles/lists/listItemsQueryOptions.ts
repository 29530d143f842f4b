import type { MediaList, MediaListResponse } from '../../../api/schemas/titles/list.js';
import type { DiscovrClientLike } from '../../../client/discovrClientLike.js';
import { listMethodNames } from './listMethodNames.js';
import { batchesQueryOptions, type BatchesQueryOptions } from '../../query/batchesQueryOptions.js';
import { discovrTitleKeys, type BatchSize } from '../../query/queryKeys.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { STALE_AFTER_MS } from '../../query/staleAfter.js';

/**
 * The titles of a list, the one added last first, part by part, for `useInfiniteQuery`. Disabled while no profile is
 * active; fetched again when shown after 30 seconds or more.
 *
 * @throws where the client cannot give this list.
 */
export function listItemsQueryOptions(
  client: DiscovrClientLike,
  list: MediaList,
  { limit }: BatchSize = {},
): BatchesQueryOptions<MediaListResponse, ReturnType<typeof discovrTitleKeys.list>> {
  const getItems = requireMethod(client, listMethodNames[list].get, 'listItemsQueryOptions()');
  return {
    ...batchesQueryOptions(client, discovrTitleKeys.list(client, list, { limit }), (paging) =>
      getItems({ limit, ...paging }),
    ),
    staleTime: STALE_AFTER_MS,
  };
}
