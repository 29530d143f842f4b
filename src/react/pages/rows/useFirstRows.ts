'use client';

import { skipToken, useInfiniteQuery } from '@tanstack/react-query';
import { useDiscovrContext } from '../../provider/context.js';
import { useOwner } from '../../query/useOwner.js';
import { discovrTitleKeys } from '../../query/queryKeys.js';
import { rowsQueryOptions } from './rowsQueryOptions.js';

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
