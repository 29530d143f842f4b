import type { GetRowItemsResponse } from '../../../api/rows.js';
import type { DiscovrClientLike } from '../../../client/clientLike.js';
import { batchesQueryOptions, type BatchesQueryOptions } from '../../query/batchesQueryOptions.js';
import { ownerOf, type OfProfile } from '../../query/profileScope.js';
import { discovrTitleKeys, type BatchSize } from '../../query/queryKeys.js';
import { requireMethod } from '../../provider/requireMethod.js';

/**
 * Returns query options for the items of a row in batches, for `useInfiniteQuery`. Disabled while no profile is active.
 * Items belong to the snapshot of their page: renewing the session does not refetch them, and further batches load even
 * if the page is outdated.
 *
 * @throws {TypeError} when the client cannot fetch items.
 */
export function rowItemsQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
  rowId: string,
  { limit, ...options }: BatchSize & OfProfile = {},
): BatchesQueryOptions<GetRowItemsResponse, ReturnType<typeof discovrTitleKeys.rowItems>> {
  const getRowItems = requireMethod(client, 'getRowItems', 'rowItemsQueryOptions()');
  const owner = ownerOf(client, options);
  return batchesQueryOptions(client, owner, discovrTitleKeys.rowItems(owner, pageId, rowId, { limit }), (paging) =>
    getRowItems(pageId, rowId, { limit, ...paging }),
  );
}
