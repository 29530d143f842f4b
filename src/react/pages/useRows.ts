'use client';

import { skipToken, useInfiniteQuery } from '@tanstack/react-query';
import type { GetRowItemsResponse } from '../../api/rows.js';
import { useDiscovrContext } from '../provider/context.js';
import { discovrTitleKeys } from '../query/keys.js';
import { useOwner, useScopedBatches, type UseBatchesOptions, type UseBatchesResult } from '../query/useScoped.js';
import { rowItemsQueryOptions, rowsQueryOptions, type RowsBatch, type RowsToken } from './queries.js';

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

/** Query options used when the client cannot fetch rows. */
const NO_ROWS: { readonly queryFn: typeof skipToken; initialPageParam: null; getNextPageParam(): undefined } = {
  queryFn: skipToken,
  initialPageParam: null,
  getNextPageParam: () => undefined,
};

/**
 * Fetches the first rows of a page, so that `useRows` finds them in the cache. Causes no re-render, even after a
 * failure. Sends no request when the client cannot fetch rows.
 */
export function useFirstRows(caller: string, pageId: string, isWanted: boolean): void {
  const { client, queryClient, snapshots } = useDiscovrContext(caller);
  const owner = useOwner(snapshots);
  const rows = client.getRows
    ? rowsQueryOptions(client, pageId, owner)
    : { ...NO_ROWS, queryKey: discovrTitleKeys.rows(owner, pageId), enabled: false };
  useInfiniteQuery({ ...rows, enabled: rows.enabled && isWanted, notifyOnChangeProps: [] }, queryClient);
}
