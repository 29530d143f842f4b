import type { InfiniteData, QueryFunction, QueryKey } from '@tanstack/react-query';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { profileIdOf } from '../../session/state/sessionState.js';
import { queryDefaults } from './queryDefaults.js';
import { haveStalled, type PartEnd } from './stalledBatches.js';

/** Which batch is asked for: the token of the batch before, or nothing for the first. */
export type PartToken = string | undefined;

/**
 * What a factory for a list gives, for `useInfiniteQuery`. Written out, since the parameters of TanStack's type differ
 * between its versions.
 */
export interface BatchesQueryOptions<Part, Key extends QueryKey, Token = PartToken> extends Omit<
  Readonly<typeof queryDefaults>,
  'staleTime'
> {
  readonly queryKey: Key;
  readonly queryFn: QueryFunction<Part, Key, Token>;
  readonly initialPageParam: Token;
  readonly getNextPageParam: (last: Part, all: Part[], token: Token, tokens: Token[]) => Token | undefined;
  readonly enabled: boolean;
  /** Milliseconds after which it is fetched again when it is next shown. */
  readonly staleTime: number | ((query: PartsQuery<Part, Token>) => number);
}

/** What is read of TanStack's query. */
interface PartsQuery<Part, Token = PartToken> {
  readonly state: { readonly data: InfiniteData<Part, Token> | undefined };
}

/**
 * A list of a profile in batches. Disabled while no profile is active. A token that comes again ends the list, and so do three
 * batches in a row without anything new: it would never end otherwise. The hooks can let it go on after such batches.
 */
export function batchesQueryOptions<Part extends PartEnd, const Key extends QueryKey>(
  client: DiscovrClientLike,
  queryKey: Key,
  ask: (paging: { nextPageToken: PartToken; signal: AbortSignal }) => Promise<Part>,
): BatchesQueryOptions<Part, Key> {
  return {
    ...queryDefaults,
    queryKey,
    queryFn: ({ pageParam, signal }) => ask({ nextPageToken: pageParam, signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ hasMore, nextPageToken }, all, _token, tokens) =>
      hasMore && !tokens.includes(nextPageToken) && !haveStalled(all) ? nextPageToken : undefined,
    enabled: profileIdOf(client.getSession()) !== undefined,
  };
}
