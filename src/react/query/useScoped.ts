'use client';

import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { profileIdOf, type SessionState } from '../../session/sessionState.js';
import type { DiscovrError } from '../../shared/errors.js';
import { useLatestMethods } from '../hooks.js';
import { useDiscovrContext } from '../provider/context.js';
import type { SessionSnapshots } from '../session/sessionSnapshots.js';
import { useSessionFrom } from '../session/useSession.js';
import type { BatchSize } from './keys.js';
import {
  haveStalled,
  resumeBatches,
  type BatchEnd,
  type BatchesQueryOptions,
  type BatchToken,
  type QueryOptionsOf,
} from './options.js';
import type { OfProfile, Owner } from './profileScope.js';

/** Options of a query hook: TanStack's, except the key and the function. `Selected` is the result of `select`. */
export type DiscovrQueryOptions<Data, Key extends QueryKey, Selected> = Omit<
  UseQueryOptions<Data, DiscovrError, Selected, Key>,
  'queryFn' | 'queryKey'
>;

/** Runs a query of the active profile. The caller's options override those that `make` returns. */
export function useScopedQuery<Data, Key extends QueryKey, Selected>(
  caller: string,
  make: (client: DiscovrClientLike, owner: Owner) => QueryOptionsOf<Data, Key>,
  options: DiscovrQueryOptions<Data, Key, Selected> | undefined,
): UseQueryResult<Selected, DiscovrError> {
  const { client, queryClient, snapshots } = useDiscovrContext(caller);
  const owner = useOwner(snapshots);
  const { enabled, ...query } = make(client, owner);
  return useQuery<Data, DiscovrError, Selected, Key>(
    { ...query, ...options, enabled: enabled === true && (options?.enabled ?? true) },
    queryClient,
  );
}

/** Options of a list hook. Written out because TanStack's type differs between its versions. */
export interface UseBatchesOptions extends BatchSize {
  /**
   * Whether the list may be fetched.
   * @default true
   */
  enabled?: boolean | undefined;
  /** Milliseconds after which the list is stale and is refetched when it is next shown. */
  staleTime?: number | undefined;
  /**
   * Milliseconds for which the list stays in the cache while nothing shows it.
   * @default 300_000, five minutes
   */
  gcTime?: number | undefined;
}

/** Result of a list hook: TanStack's query. `data.pages` are the batches; `fetchNextPage()` fetches the next one. */
export type UseBatchesResult<Batch, Token = BatchToken> = UseInfiniteQueryResult<
  InfiniteData<Batch, Token>,
  DiscovrError
> & {
  /**
   * Whether the last three batches contained nothing new, although the server reports more. `hasNextPage` is then
   * `false`, so that no component requests batches forever. Offer a button that calls `fetchNextPage()`. After a click,
   * the list stalls again only after three more batches without new entries.
   */
  readonly isStalled: boolean;
};

/** Queries a list of the active profile in batches. The caller's options override those that `make` returns. */
export function useScopedBatches<Batch extends BatchEnd, Key extends QueryKey, Token = BatchToken>(
  caller: string,
  make: (client: DiscovrClientLike, size: BatchSize & OfProfile) => BatchesQueryOptions<Batch, Key, Token>,
  { limit, enabled: isWanted = true, staleTime, gcTime }: UseBatchesOptions = {},
): UseBatchesResult<Batch, Token> {
  const { client, queryClient, snapshots } = useDiscovrContext(caller);
  const { enabled, ...query } = make(client, { limit, ...useOwner(snapshots) });
  const result = useInfiniteQuery<Batch, DiscovrError, InfiniteData<Batch, Token>, Key, Token>(
    {
      ...query,
      enabled: enabled && isWanted,
      ...(staleTime !== undefined && { staleTime }),
      ...(gcTime !== undefined && { gcTime }),
    },
    queryClient,
  );
  const batchesSoFar = () => queryClient.getQueryData<InfiniteData<Batch, Token>>(query.queryKey)?.pages ?? [];
  const { fetchNextPage } = useLatestMethods<Pick<typeof result, 'fetchNextPage'>>({
    fetchNextPage(options) {
      if (haveStalled(batchesSoFar())) resumeBatches(batchesSoFar());
      return result.fetchNextPage(options);
    },
  });
  return withGetters(result, {
    fetchNextPage: () => fetchNextPage,
    // Reads `data`, so that a component using `isStalled` re-renders when the data changes.
    isStalled: () => result.data !== undefined && haveStalled(batchesSoFar()),
  });
}

/** Returns a copy with some properties replaced. Uses getters, because TanStack tracks which properties are read. */
function withGetters<Result extends object, Over extends Record<string, () => unknown>>(
  result: Result,
  over: Over,
): Result & { readonly [Name in keyof Over]: ReturnType<Over[Name]> } {
  const copy = {};
  const own = Object.keys(result).map((name) => [name, () => Reflect.get(result, name)] as const);
  for (const [name, get] of [...own, ...Object.entries(over)]) {
    Object.defineProperty(copy, name, { get, enumerable: true, configurable: true });
  }
  // The loop above defined every property.
  return copy as ReturnType<typeof withGetters<Result, Over>>;
}

/** Returns the profile that the queries of this render belong to. */
export function useOwner(snapshots: SessionSnapshots): Owner {
  return ownerIn(snapshots, useSessionFrom(snapshots));
}

/** Returns the profile on screen, for event handlers. */
export const ownerNow = (snapshots: SessionSnapshots): Owner => ownerIn(snapshots, snapshots.now());

const ownerIn = ({ clientId }: SessionSnapshots, session: SessionState): Owner => ({
  clientId,
  profileId: profileIdOf(session) ?? null,
});
