'use client';

import type { GetRowItemsResponse } from '../../../api/schemas/row.js';
import { rowItemsQueryOptions } from './rowItemsQueryOptions.js';
import { useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../../query/useScopedBatches.js';

/**
 * The items of a row, part by part. They belong to the snapshot of their page: no renewed session fetches them again, and
 * they go on where their page is outdated.
 *
 * @throws where the provider's client has no items.
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
