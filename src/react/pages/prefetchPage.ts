import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { CreatePagePayload } from '../../api/schemas/page.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { profileIdOf } from '../../session/state/sessionState.js';
import { createPageQueryOptions } from './createPageQueryOptions.js';
import { pageQueryOptions } from './pageQueryOptions.js';
import { rowsQueryOptions } from './rows/rowsQueryOptions.js';

/** The page to prefetch: an existing page, by its id, or the page with these filters. */
export type PrefetchTarget = { readonly pageId: string } | CreatePagePayload;

/**
 * Fetches a page before it is shown: creates it if the target has no id, then fetches its hero and its first rows in
 * parallel. Refetches cached data only if it is stale and not on screen.
 *
 * Never rejects: the component that shows the page repeats the failed request and reports its error. Does nothing
 * without an active profile.
 *
 * @example
 * const { client, queryClient } = useDiscovr();
 * const target = { pageFilters: { media_type: 'movie' } };
 * <Link to="/movies" onFocus={() => void prefetchPage(client, queryClient, target)} />
 */
export async function prefetchPage(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  target: PrefetchTarget,
): Promise<void> {
  const profileId = profileIdOf(client.getSession());
  if (profileId === undefined) return;
  const pageId = 'pageId' in target ? target.pageId : await createdPageId(client, queryClient, target);
  // After a profile switch, the page does not belong in the cache of the new profile.
  if (pageId === undefined || profileIdOf(client.getSession()) !== profileId) return;

  const page = pageQueryOptions(client, pageId);
  const rows = client.getRows && rowsQueryOptions(client, pageId);
  await Promise.all([
    isShown(queryClient, page.queryKey) ? undefined : queryClient.prefetchQuery(page),
    !rows || isShown(queryClient, rows.queryKey) ? undefined : queryClient.prefetchInfiniteQuery(rows),
  ]);
}

/** Returns the id of the page with these filters, or `undefined` when it cannot be created. */
async function createdPageId(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  payload: CreatePagePayload,
): Promise<string | undefined> {
  const options = createPageQueryOptions(client, payload);
  if (!isShown(queryClient, options.queryKey)) await queryClient.prefetchQuery(options);
  return queryClient.getQueryData(options.queryKey)?.id;
}

/** Whether a component shows the cached data of this key. Such data is kept, even when it is outdated. */
function isShown(queryClient: QueryClient, queryKey: QueryKey): boolean {
  const query = queryClient.getQueryCache().find({ queryKey, exact: true });
  return query !== undefined && query.isActive() && query.state.data !== undefined;
}
