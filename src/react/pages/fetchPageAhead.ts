import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { CreatePagePayload } from '../../api/pages.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { Owner } from '../query/profileScope.js';
import { createPageQueryOptions } from './createPageQueryOptions.js';
import { pageQueryOptions } from './pageQueryOptions.js';
import { rowsQueryOptions } from './rows/rowsQueryOptions.js';

/** The page to prefetch: an existing page, by its id, or the page with these filters. */
export type PrefetchTarget = { readonly pageId: string } | CreatePagePayload;

/**
 * Fetches a page of a profile, its hero and its first rows before they are shown. Never rejects. Does nothing without a
 * profile. Returns the id of the page, or `undefined` if it cannot be created.
 */
export async function fetchPageAhead(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  target: PrefetchTarget,
  owner: Owner,
): Promise<string | undefined> {
  if (owner.profileId === null) return undefined;
  // After a profile switch, the created page is dropped.
  const pageId = 'pageId' in target ? target.pageId : await createdPageId(client, queryClient, target, owner);
  if (pageId === undefined) return undefined;

  const page = pageQueryOptions(client, pageId, owner);
  const rows = client.getRows && rowsQueryOptions(client, pageId, owner);
  await Promise.all([
    isShown(queryClient, page.queryKey) ? undefined : queryClient.prefetchQuery(page),
    !rows || isShown(queryClient, rows.queryKey) ? undefined : queryClient.prefetchInfiniteQuery(rows),
  ]);
  return pageId;
}

/** Returns the id of the page with these filters, or `undefined` when it cannot be created. */
async function createdPageId(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  payload: CreatePagePayload,
  owner: Owner,
): Promise<string | undefined> {
  const options = createPageQueryOptions(client, payload, owner);
  if (!isShown(queryClient, options.queryKey)) await queryClient.prefetchQuery(options);
  return queryClient.getQueryData(options.queryKey)?.id;
}

/** Whether a component shows the cached data of this key. Such data is kept, even when it is outdated. */
function isShown(queryClient: QueryClient, queryKey: QueryKey): boolean {
  const query = queryClient.getQueryCache().find({ queryKey, exact: true });
  return query !== undefined && query.isActive() && query.state.data !== undefined;
}
