'use client';

import { rowsQueryOptions, type RowsBatch, type RowsToken } from './rowsQueryOptions.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/**
 * Returns the rows of a page in batches, without their items. Renewing the session does not change the rows on screen:
 * further rows come from the page's replacement, and after a remount all rows do. To fetch the items of a row, use the
 * `pageId` of the row.
 *
 * @throws {TypeError} when the provider's client cannot fetch rows.
 * @example
 * const { data, hasNextPage, fetchNextPage } = useRows(pageId);
 */
export function useRows(pageId: string, options?: UseBatchesOptions): UseBatchesResult<RowsBatch, RowsToken> {
  return useScopedBatches('useRows()', (client, size) => rowsQueryOptions(client, pageId, size), options);
}
