import type { GetRowsResponse } from '../api/schemas/row.js';
import type { DiscovrClientLike } from '../client/discovrClientLike.js';
import { partsQueryOptions, type PartsQueryOptions } from './partsQueryOptions.js';
import { discovrTitleKeys, type PartSize } from './queryKeys.js';
import { requireMethod } from './requireMethod.js';

/**
 * The rows of a page, part by part, for `useInfiniteQuery`. Disabled while no profile is active. A part of a page made in
 * an older session fails with `SESSION_EXPIRED`; the rows that are there stay.
 *
 * @throws where the client has no rows.
 * @example
 * const { client, queryClient } = useDiscovr();
 * const rows = useInfiniteQuery(rowsQueryOptions(client, pageId), queryClient);
 */
export function rowsQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
  { limit }: PartSize = {},
): PartsQueryOptions<GetRowsResponse, ReturnType<typeof discovrTitleKeys.rows>> {
  const getRows = requireMethod(client, 'getRows', 'rowsQueryOptions()');
  return partsQueryOptions(client, discovrTitleKeys.rows(client, pageId, { limit }), (paging) =>
    getRows(pageId, { limit, ...paging }),
  );
}
