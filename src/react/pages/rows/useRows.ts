'use client';

import { rowsQueryOptions, type RowsBatch, type RowsToken } from './rowsQueryOptions.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/**
 * Returns the rows of a page in batches, without their items. Renewing the session replaces nothing on screen: further
 * rows come from the page's replacement, and after a remount all rows do. Fetch the items of a row by its `pageId`.
 *
 * @throws {TypeError} when the provider's client cannot fetch rows.
 * @example
 * const { data, hasNextPage, fetchNextPage } = useRows(pageId);
 */
export function useRows(pageId: string, options?: UseBatchesOptions): UseBatchesResult<RowsBatch, RowsToken> {
  return useScopedBatches('useRows()', (client, size) => rowsQueryOptions(client, pageId, size), options);
}
