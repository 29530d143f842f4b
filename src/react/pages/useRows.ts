'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { GetRowItemsResponse } from '../../api/rows.js';
import { useDiscovrContext } from '../provider/context.js';
import { useOwner, useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../query/useScoped.js';
import { rowItemsQueryOptions, rowsQueryOptions, type RowsBatch, type RowsToken } from './queries.js';

/**
 * Returns the rows of a page in batches, without their items. Renewing the session does not change the rows on screen:
 * further rows come from the page's replacement, and after a remount all rows do. To fetch the items of a row, use the
 * `pageId` of the row.
 *
 * @example
 * const { data, hasNextPage, fetchNextPage } = useRows(pageId);
 */
export function useRows(pageId: string, options?: UseBatchesOptions): UseBatchesResult<RowsBatch, RowsToken> {
  return useScopedBatches('useRows()', (client, size) => rowsQueryOptions(client, pageId, size), options);
}

/**
 * Returns the items of a row in batches. Items belong to the snapshot of their page: renewing the session does not
 * refetch them, and further batches load even if the page is outdated.
 *
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

/**
 * Fetches the first rows of a page, so that `useRows` finds them in the cache. Causes no re-render, even after a
 * failure. Does nothing with an SDK that cannot fetch rows.
 */
export function useFirstRows(caller: string, pageId: string, isWanted: boolean): void {
  const { client, queryClient, snapshots } = useDiscovrContext(caller);
  const rows = rowsQueryOptions(client, pageId, useOwner(snapshots));
  const isPossible = rows.enabled && !client.lacks?.('getRows');
  useInfiniteQuery({ ...rows, enabled: isPossible && isWanted, notifyOnChangeProps: [] }, queryClient);
}
