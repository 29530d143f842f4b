'use client';

import type { GetRowItemsResponse } from '../../../api/rows.js';
import { rowItemsQueryOptions } from './rowItemsQueryOptions.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/**
 * Returns the items of a row in batches. Items belong to the snapshot of their page: renewing the session does not
 * refetch them, and further batches load even if the page is outdated.
 *
 * @throws {TypeError} when the provider's client cannot fetch items.
 * @example
 * const { data, fetchNextPage } = useRowItems(pageId, row.id, { enabled: isNear });
 */
export function useRowItems(
  pageId: string,
  rowId: string,
  options?: UseBatchesOptions,
): UseBatchesResult<GetRowItemsResponse> {
  return useScopedBatches(
    'useRowItems()',
    (client, size) => rowItemsQueryOptions(client, pageId, rowId, size),
    options,
  );
}
