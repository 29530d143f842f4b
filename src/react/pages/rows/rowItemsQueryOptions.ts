import type { GetRowItemsResponse } from '../../../api/schemas/row.js';
import type { DiscovrClientLike } from '../../../client/discovrClientLike.js';
import { batchesQueryOptions, type BatchesQueryOptions } from '../../query/batchesQueryOptions.js';
import { discovrTitleKeys, type BatchSize } from '../../query/queryKeys.js';
import { requireMethod } from '../../provider/requireMethod.js';

/**
 * The items of a row, part by part, for `useInfiniteQuery`. Disabled while no profile is active. They belong to the
 * snapshot of their page: a renewed session makes nobody fetch them again, and they go on where their page is outdated.
 *
 * @throws where the client has no items.
 */
export function rowItemsQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
  rowId: string,
  { limit }: BatchSize = {},
): BatchesQueryOptions<GetRowItemsResponse, ReturnType<typeof discovrTitleKeys.rowItems>> {
  const getRowItems = requireMethod(client, 'getRowItems', 'rowItemsQueryOptions()');
  return batchesQueryOptions(client, discovrTitleKeys.rowItems(client, pageId, rowId, { limit }), (paging) =>
    getRowItems(pageId, rowId, { limit, ...paging }),
  );
}
