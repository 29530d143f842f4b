import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { CreatePagePayload } from '../../api/schemas/page.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { profileIdOf } from '../../session/state/sessionState.js';
import { createPageQueryOptions } from './createPageQueryOptions.js';
import { pageQueryOptions } from './pageQueryOptions.js';
import { rowsQueryOptions } from './rows/rowsQueryOptions.js';

/** Which page is to be ready: one that exists, by its id, or the one for these filters. */
export type PrefetchTarget = { readonly pageId: string } | CreatePagePayload;

/**
 * Gets a page ready before it is shown: creates it where it is told by its filters, then fetches its hero and its first
 * rows together. What the cache has is not fetched again, and what is on screen is not replaced.
 *
 * It never rejects: what fails is asked for again, and told, by what shows the page. Without an active profile it does
 * nothing.
 *
 * @example
 * const { client, queryClient } = useDiscovr();
 * <Link to="/movies" onFocus={() => void prefetchPage(client, queryClient, { pageFilters: { media_type: 'movie' } })} />
 */
export async function prefetchPage(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  target: PrefetchTarget,
): Promise<void> {
  const profileId = profileIdOf(client.getSession());
  if (profileId === undefined) return;
  const pageId = 'pageId' in target ? target.pageId : await createdPageId(client, queryClient, target);
  // Another person may be there by now, whose cache the page has no place in.
  if (pageId === undefined || profileIdOf(client.getSession()) !== profileId) return;

  const page = pageQueryOptions(client, pageId);
  const rows = client.getRows && rowsQueryOptions(client, pageId);
  await Promise.all([
    isShown(queryClient, page.queryKey) ? undefined : queryClient.prefetchQuery(page),
    !rows || isShown(queryClient, rows.queryKey) ? undefined : queryClient.prefetchInfiniteQuery(rows),
  ]);
}

/** Id of the page for these filters, or `undefined` where it cannot be created now. */
async function createdPageId(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  payload: CreatePagePayload,
): Promise<string | undefined> {
  const options = createPageQueryOptions(client, payload);
  if (!isShown(queryClient, options.queryKey)) await queryClient.prefetchQuery(options);
  return queryClient.getQueryData(options.queryKey)?.id;
}

/** Whether a component shows what the cache has under a key; even outdated, it then stays. */
function isShown(queryClient: QueryClient, queryKey: QueryKey): boolean {
  const query = queryClient.getQueryCache().find({ queryKey, exact: true });
  return query !== undefined && query.isActive() && query.state.data !== undefined;
}
