import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { SessionState } from '../../session/sessionState.js';
import { isAtOther, ownerOf, type OfProfile, type Owner } from '../query/profileScope.js';
import { fetchPageAhead, type PrefetchTarget } from './fetchPageAhead.js';
import { pageQueryOptions } from './pageQueryOptions.js';
import { RAIL_BATCH_SIZE } from './rows/railBatchSize.js';
import { rowItemsQueryOptions } from './rows/rowItemsQueryOptions.js';
import { rowsQueryOptions, type RowsBatch } from './rows/rowsQueryOptions.js';

/** Options of {@link prefetchPage}. */
export interface PrefetchPageOptions extends OfProfile {
  /**
   * Number of rows whose first items are fetched too, so that a server renders the first rails with their titles.
   * @default 0
   */
  rails?: number | undefined;
}

/**
 * Fetches a page before it is shown: creates it if the target has no id, then fetches its hero and its first rows in
 * parallel. Refetches cached data only if it is stale and not on screen.
 *
 * Resolves with whether the hero and the first rows are in the cache. Never rejects: the component that shows the page
 * repeats the failed request and reports its error. Does nothing without a profile, and logs the reason in development.
 * On a server, pass the id of the profile, because a client there does not know its session before its first call.
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
  options: PrefetchPageOptions = {},
): Promise<boolean> {
  const before = client.getSession();
  const owner = ownerOf(client, options);
  const pageId = await fetchPageAhead(client, queryClient, target, owner);
  if (pageId !== undefined && options.rails) {
    await fetchItemsAhead(client, queryClient, { pageId, rails: options.rails, owner });
  }
  if (process.env.NODE_ENV !== 'production') {
    if (owner.profileId === null) warnOfNothing(before);
    // A profile switch during the prefetch is no mistake of the app, unless it has named the profile.
    else if (options.profileId && isAtOther(client, owner)) warnOfNothing(client.getSession());
  }
  if (pageId === undefined) return false;
  const { queryKey } = pageQueryOptions(client, pageId, owner);
  const keys = [queryKey, ...(client.getRows ? [rowsQueryOptions(client, pageId, owner).queryKey] : [])];
  return keys.every((key: QueryKey) => queryClient.getQueryData(key) !== undefined);
}

/** Fetches the first items of the first rows of a page. */
async function fetchItemsAhead(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  { pageId, rails, owner }: { pageId: string; rails: number; owner: Owner },
): Promise<void> {
  if (!client.getRows || !client.getRowItems) return;
  const { queryKey } = rowsQueryOptions(client, pageId, owner);
  const batches = queryClient.getQueryData<InfiniteData<RowsBatch>>(queryKey)?.pages ?? [];
  const rows = batches.flatMap((batch) => batch.rows).slice(0, rails);
  const ofRail = { limit: RAIL_BATCH_SIZE, ...owner };
  await Promise.all(
    rows.map((row) => queryClient.prefetchInfiniteQuery(rowItemsQueryOptions(client, row.pageId, row.id, ofRail))),
  );
}

const REASONS = {
  unknown:
    'the client does not know its session yet. On a server, pass the profile: ' +
    'prefetchPage(client, queryClient, target, { profileId })',
  signedOut: 'no user is signed in on this client',
  signedIn: 'no profile is active on this client',
  active: 'another profile is active on this client',
};

/** Logs why nothing was fetched. */
function warnOfNothing({ status }: SessionState): void {
  console.warn(`discovr-react: prefetchPage() fetched nothing, because ${REASONS[status]}.`);
}
