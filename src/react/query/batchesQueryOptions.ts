import type { InfiniteData, QueryFunction, QueryKey } from '@tanstack/react-query';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { forOwner, type Owner } from './profileScope.js';
import { queryDefaults } from './queryDefaults.js';
import { haveStalled, type BatchEnd } from './stalledBatches.js';

/** Token of the batch to request, taken from the previous batch; `undefined` for the first batch. */
export type BatchToken = string | undefined;

/**
 * Result of a list's query-options factory, for `useInfiniteQuery`. Written out because the type parameters of
 * TanStack's type differ between its versions.
 */
export interface BatchesQueryOptions<Batch, Key extends QueryKey, Token = BatchToken> extends Omit<
  Readonly<typeof queryDefaults>,
  'staleTime'
> {
  readonly queryKey: Key;
  readonly queryFn: QueryFunction<Batch, Key, Token>;
  readonly initialPageParam: Token;
  readonly getNextPageParam: (last: Batch, all: Batch[], token: Token, tokens: Token[]) => Token | undefined;
  readonly enabled: boolean;
  /** Milliseconds after which the list is stale and is refetched when it is next shown. */
  readonly staleTime: number | ((query: BatchQuery<Batch, Token>) => number);
}

/** The fields of TanStack's query that `staleTime` reads. */
interface BatchQuery<Batch, Token = BatchToken> {
  readonly state: { readonly data: InfiniteData<Batch, Token> | undefined };
}

/**
 * Returns query options for a list of a profile in batches; disabled while no profile is active. A repeated
 * token ends the list. Three consecutive batches without a new entry also stop it, because a server could otherwise
 * cause endless requests. The hooks can continue a list that stopped this way.
 */
export function batchesQueryOptions<Batch extends BatchEnd, const Key extends QueryKey>(
  client: DiscovrClientLike,
  owner: Owner,
  queryKey: Key,
  fetchBatch: (paging: { nextPageToken: BatchToken; signal: AbortSignal }) => Promise<Batch>,
): BatchesQueryOptions<Batch, Key> {
  return {
    ...queryDefaults,
    queryKey,
    queryFn: ({ pageParam, signal }) => forOwner(client, owner, fetchBatch({ nextPageToken: pageParam, signal })),
    initialPageParam: undefined,
    getNextPageParam: ({ hasMore, nextPageToken }, all, _token, tokens) =>
      hasMore && !tokens.includes(nextPageToken) && !haveStalled(all) ? nextPageToken : undefined,
    enabled: owner.profileId !== null,
  };
}
