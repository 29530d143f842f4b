import { isServer, type InfiniteData, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { CreatePagePayload } from '../../api/pages.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { SessionState } from '../../session/sessionState.js';
import { discovrKeys, isOfSession } from '../query/keys.js';
import { isAtOther, ownerOf, type CallContext, type OfProfile, type Owner } from '../query/profileScope.js';
import {
  createPageQueryOptions,
  pageQueryOptions,
  RAIL_BATCH_SIZE,
  rowItemsQueryOptions,
  rowsQueryOptions,
  type RowsBatch,
} from './queries.js';

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
  const context = { client, queryClient, owner };
  const pageId = await fetchPageAhead(context, target);
  if (pageId !== undefined && options.rails) {
    await fetchItemsAhead(context, pageId, options.rails);
  }
  if (process.env.NODE_ENV !== 'production') {
    if (owner.profileId === null) warnOfNothing(before);
    // A profile switch during the prefetch is no mistake of the app, unless it has named the profile.
    else if (options.profileId && isAtOther(client, owner)) warnOfNothing(client.getSession());
    if (isServer) warnOfOthers(queryClient, owner);
  }
  if (pageId === undefined) return false;
  const { queryKey } = pageQueryOptions(client, pageId, owner);
  const keys = [queryKey, ...(client.lacks?.('getRows') ? [] : [rowsQueryOptions(client, pageId, owner).queryKey])];
  return keys.every((key: QueryKey) => queryClient.getQueryData(key) !== undefined);
}

/** Fetches the first items of the first rows of a page. */
async function fetchItemsAhead(
  { client, queryClient, owner }: CallContext,
  pageId: string,
  rails: number,
): Promise<void> {
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

/** Warns, on a server, about a cache that has the data of another user. */
function warnOfOthers(queryClient: QueryClient, { clientId, profileId }: Owner): void {
  const own: SessionState = profileId === null ? { status: 'signedIn' } : { status: 'active', profileId };
  const isOther = ({ queryKey }: { queryKey: QueryKey }) => !isOfSession(own, queryKey);
  if (
    !queryClient.getQueryCache().find({ queryKey: discovrKeys.client({ clientId }), exact: false, predicate: isOther })
  )
    return;
  console.warn(
    'discovr-react: prefetchPage() found data of another profile in its QueryClient, so dehydrate() would send one ' +
      'user the data of another. On a server, create a QueryClient for each request.',
  );
}

/** The page to prefetch: an existing page, by its id, or the page with these filters. */
export type PrefetchTarget = { readonly pageId: string } | CreatePagePayload;

/**
 * Fetches a page of a profile, its hero and its first rows before they are shown. Never rejects. Does nothing without a
 * profile. Returns the id of the page, or `undefined` if it cannot be created.
 */
export async function fetchPageAhead(context: CallContext, target: PrefetchTarget): Promise<string | undefined> {
  const { client, queryClient, owner } = context;
  if (owner.profileId === null) return undefined;
  // After a profile switch, the created page is dropped.
  const pageId = 'pageId' in target ? target.pageId : await createdPageId(context, target);
  if (pageId === undefined) return undefined;

  const page = pageQueryOptions(client, pageId, owner);
  const rows = client.lacks?.('getRows') ? undefined : rowsQueryOptions(client, pageId, owner);
  await Promise.all([
    isShown(queryClient, page.queryKey) ? undefined : queryClient.prefetchQuery(page),
    !rows || isShown(queryClient, rows.queryKey) ? undefined : queryClient.prefetchInfiniteQuery(rows),
  ]);
  return pageId;
}

/** Returns the id of the page with these filters, or `undefined` when it cannot be created. */
async function createdPageId(
  { client, queryClient, owner }: CallContext,
  payload: CreatePagePayload,
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
