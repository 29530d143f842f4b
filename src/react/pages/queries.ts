import { queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import type { CreatePagePayload, CreatePageResponse, Page } from '../../api/pages.js';
import type { GetRowItemsResponse, GetRowsResponse } from '../../api/rows.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { DiscovrError } from '../../shared/errors.js';
import { discovrKeys, discovrTitleKeys, type BatchSize } from '../query/keys.js';
import {
  batchesQueryOptions,
  haveStalled,
  mutationOf,
  queryDefaults,
  type BatchesQueryOptions,
  type QueryOptionsOf,
} from '../query/options.js';
import { forOwner, ownerOf, type OfProfile } from '../query/profileScope.js';
import { distinctRows } from './distinctRows.js';
import { pageHealingOf } from './pageHealing.js';

/**
 * Returns query options for a page with its hero, by the id from `useCreatePage`. A page of an expired session is
 * recreated once for all callers, and `data.id` is then the id of its replacement. Disabled while no profile is active.
 *
 * @example
 * const { client, profileId } = useDiscovr();
 * const { data: page } = useQuery(pageQueryOptions(client, pageId, { profileId }));
 */
export function pageQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
  options: OfProfile = {},
): QueryOptionsOf<Page, ReturnType<typeof discovrKeys.page>> {
  const healing = pageHealingOf(client);
  const owner = ownerOf(client, options);
  return queryOptions<Page, DiscovrError, Page, ReturnType<typeof discovrKeys.page>>({
    ...queryDefaults,
    queryKey: discovrKeys.page(owner, pageId),
    queryFn: ({ signal }) => forOwner(client, owner, healing.open(pageId, { signal })),
    // A replaced page is refetched when it is next shown.
    staleTime: ({ state }) => (!state.data || healing.isLatest(state.data.id, owner) ? queryDefaults.staleTime : 0),
    enabled: owner.profileId !== null,
  });
}

/**
 * Returns query options for creating the page with these filters. They share a cache entry with {@link useCreatePage},
 * so a page created there needs no further request here.
 *
 * Disabled while no profile is active. Create the options during render or in a loader, not at module level, because
 * their key contains the active profile.
 *
 * @example
 * const { client, profileId } = useDiscovr();
 * const comedies = createPageQueryOptions(client, { pageFilters: { genres: [35] } }, { profileId });
 * const page = useQuery(comedies);
 */
export function createPageQueryOptions(
  client: DiscovrClientLike,
  payload: CreatePagePayload = {},
  options: OfProfile = {},
): QueryOptionsOf<CreatePageResponse, ReturnType<typeof discovrKeys.createPage>> {
  const owner = ownerOf(client, options);
  return queryOptions<CreatePageResponse, DiscovrError, CreatePageResponse, ReturnType<typeof discovrKeys.createPage>>({
    ...queryDefaults,
    queryKey: discovrKeys.createPage(owner, payload),
    queryFn: ({ signal }) => forOwner(client, owner, client.createPage(payload, { signal })),
    enabled: owner.profileId !== null,
  });
}

/** Returns the options of the mutation that creates a page and caches it for {@link createPageQueryOptions}. */
export function createPageMutation(client: DiscovrClientLike, queryClient: QueryClient) {
  return {
    ...mutationOf('createPage', client),
    mutationFn: async (payload: CreatePagePayload | void): Promise<CreatePageResponse> => {
      const page = await client.createPage(payload ?? {});
      queryClient.setQueryData(discovrKeys.createPage(client, payload ?? {}), page);
      return page;
    },
  };
}

/** A batch of rows, and the id of the page that it came from: the requested page or its replacement. */
export interface RowsBatch extends GetRowsResponse {
  pageId: string;
}

/** Start of a batch: a page, and the token from that page's previous batch. `null` starts the requested page. */
export type RowsToken = { readonly pageId: string; readonly nextPageToken?: string | undefined } | null;

/** Result of {@link rowsQueryOptions}. */
export interface RowsQueryOptions extends BatchesQueryOptions<
  RowsBatch,
  ReturnType<typeof discovrTitleKeys.rows>,
  RowsToken
> {
  readonly select: (data: InfiniteData<RowsBatch, RowsToken>) => InfiniteData<RowsBatch, RowsToken>;
}

/**
 * Returns query options for the rows of a page in batches, for `useInfiniteQuery`. Disabled while no profile is active.
 * A page of an expired session is recreated once for all callers: loaded rows stay, and further rows come from its
 * replacement, except those whose type and title are already listed. After a remount, all rows come from the
 * replacement.
 *
 * @example
 * const { client, profileId } = useDiscovr();
 * const rows = useInfiniteQuery(rowsQueryOptions(client, pageId, { profileId }));
 */
export function rowsQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
  { limit, ...options }: BatchSize & OfProfile = {},
): RowsQueryOptions {
  const healing = pageHealingOf(client);
  const owner = ownerOf(client, options);
  const batchOf = async (id: string, nextPageToken: string | undefined, signal: AbortSignal): Promise<RowsBatch> => ({
    ...(await forOwner(client, owner, client.getRows(id, { limit, nextPageToken, signal }))),
    pageId: id,
  });
  return {
    ...queryDefaults,
    queryKey: discovrTitleKeys.rows(owner, pageId, { limit }),
    queryFn: async ({ pageParam, signal }) => {
      const from = pageParam?.pageId ?? pageId;
      // If the page was replaced after the last batch, continues from the start of its replacement.
      const start = healing.latest(from);
      try {
        return await batchOf(start, start === from ? pageParam?.nextPageToken : undefined, signal);
      } catch (error) {
        const { id } = await healing.heal(start, error, { signal });
        return batchOf(id, undefined, signal);
      }
    },
    initialPageParam: null,
    getNextPageParam: ({ pageId: id, hasMore, nextPageToken }, all, _token, tokens) => {
      if (!hasMore || nextPageToken === undefined || haveStalled(all)) return undefined;
      // Compares only tokens since the list moved to this page, because a page with a reused id may repeat tokens.
      const sinceOther = tokens.slice(all.map((batch) => batch.pageId === id).lastIndexOf(false) + 1);
      return sinceOther.some((token) => token?.pageId === id && token.nextPageToken === nextPageToken)
        ? undefined
        : { pageId: id, nextPageToken };
    },
    select: withoutRetries,
    enabled: owner.profileId !== null,
    // Rows of a replaced page are refetched when they are next shown.
    staleTime: ({ state }) => {
      const shown = state.data?.pages[0]?.pageId;
      return shown === undefined || healing.isLatest(shown, owner) ? queryDefaults.staleTime : 0;
    },
  };
}

// One function for all renders, because TanStack runs `select` again whenever the function changes.
const withoutRetries: RowsQueryOptions['select'] = (data) => ({ ...data, pages: distinctRows(data.pages) });

/**
 * Returns query options for the items of a row in batches, for `useInfiniteQuery`. Disabled while no profile is active.
 * Items belong to the snapshot of their page: renewing the session does not refetch them, and further batches load even
 * if the page is outdated.
 */
export function rowItemsQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
  rowId: string,
  { limit, ...options }: BatchSize & OfProfile = {},
): BatchesQueryOptions<GetRowItemsResponse, ReturnType<typeof discovrTitleKeys.rowItems>> {
  const owner = ownerOf(client, options);
  return batchesQueryOptions(client, owner, discovrTitleKeys.rowItems(owner, pageId, rowId, { limit }), (paging) =>
    client.getRowItems(pageId, rowId, { limit, ...paging }),
  );
}

/** Number of items in a batch of a rail: more than a wide screen shows. */
export const RAIL_BATCH_SIZE = 20;
