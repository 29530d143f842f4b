'use client';

import type { GetRowItemsResponse } from '../../../api/schemas/row.js';
import { rowItemsQueryOptions } from './rowItemsQueryOptions.js';
import { useScopedParts, type UsePartsOptions, type UsePartsResult } from '../../query/useScopedParts.js';

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
  options?: UsePartsOptions,
): UsePartsResult<GetRowItemsResponse> {
  return useScopedParts('useRowItems()', (client, size) => rowItemsQueryOptions(client, pageId, rowId, size), options);
}
