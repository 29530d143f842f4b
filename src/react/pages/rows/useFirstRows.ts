'use client';

import { skipToken, useInfiniteQuery } from '@tanstack/react-query';
import { useDiscovrContext } from '../../provider/context.js';
import { discovrTitleKeys } from '../../query/queryKeys.js';
import { rowsQueryOptions } from './rowsQueryOptions.js';

/** Stands in for the fetching of rows where the client has none. */
const NO_ROWS: { readonly queryFn: typeof skipToken; initialPageParam: null; getNextPageParam(): undefined } = {
  queryFn: skipToken,
  initialPageParam: null,
  getNextPageParam: () => undefined,
};

/**
 * Has the first rows of a page fetched for the `useRows` that will show them. It renders nothing anew, whatever comes of
 * it; where the client has no rows, nothing is asked for.
 */
export function useFirstRows(caller: string, pageId: string, isWanted: boolean): void {
  const { client, queryClient } = useDiscovrContext(caller);
  const rows = client.getRows
    ? rowsQueryOptions(client, pageId)
    : { ...NO_ROWS, queryKey: discovrTitleKeys.rows(client, pageId), enabled: false };
  useInfiniteQuery({ ...rows, enabled: rows.enabled && isWanted, notifyOnChangeProps: [] }, queryClient);
}
