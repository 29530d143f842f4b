'use client';

import { rowsQueryOptions, type RowsBatch, type RowsToken } from './rowsQueryOptions.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/**
 * The rows of a page, part by part, without their items. A renewed session replaces nothing on screen: further rows come
 * from the page that takes this one's place, and mounted again all do. Each row tells its page: ask for its items by
 * `row.pageId`.
 *
 * @throws where the provider's client has no rows.
 * @example
 * const { data, hasNextPage, fetchNextPage } = useRows(pageId);
 */
export function useRows(pageId: string, options?: UseBatchesOptions): UseBatchesResult<RowsBatch, RowsToken> {
  return useScopedBatches('useRows()', (client, size) => rowsQueryOptions(client, pageId, size), options);
}
