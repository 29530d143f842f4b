'use client';

import type { GetRowsResponse } from '../api/schemas/row.js';
import { rowsQueryOptions } from './rowsQueryOptions.js';
import { useScopedParts, type UsePartsOptions, type UsePartsResult } from './useScopedParts.js';

/**
 * The rows of a page, part by part, without their items. A renewed session replaces nothing on screen; mounted again after
 * it, the rows are asked for again, and where their page is outdated they stay and `error` is `SESSION_EXPIRED`.
 *
 * @throws where the provider's client has no rows.
 * @example
 * const { data, hasNextPage, fetchNextPage } = useRows(pageId);
 */
export function useRows(pageId: string, options?: UsePartsOptions): UsePartsResult<GetRowsResponse> {
  return useScopedParts('useRows()', (client, size) => rowsQueryOptions(client, pageId, size), options);
}
