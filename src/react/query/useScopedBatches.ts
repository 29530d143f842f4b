'use client';

import { useInfiniteQuery, type InfiniteData, type QueryKey, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { useDiscovrContext } from '../provider/context.js';
import type { BatchesQueryOptions, PartToken } from './batchesQueryOptions.js';
import type { BatchSize } from './queryKeys.js';
import { haveStalled, resumeBatches, type PartEnd } from './stalledBatches.js';
import { useLatestMethods } from '../useLatestMethods.js';
import { useClientSession } from '../session/useSession.js';

/** Options of a hook that gives a list in batches. Written out, since TanStack's type differs between its versions. */
export interface UseBatchesOptions extends BatchSize {
  /**
   * Whether it may be fetched.
   * @default true
   */
  enabled?: boolean | undefined;
  /** Milliseconds after which it is fetched again when it is next shown. */
  staleTime?: number | undefined;
  /**
   * Milliseconds for which it is kept when nothing shows it.
   * @default the host's: five minutes
   */
  gcTime?: number | undefined;
}

/** What a hook for a list gives: TanStack's query; `data.pages` are the batches, `fetchNextPage()` gets one more. */
export type UseBatchesResult<Part, Token = PartToken> = UseInfiniteQueryResult<
  InfiniteData<Part, Token>,
  DiscovrError
> & {
  /**
   * Whether the last three batches brought nothing new, though there are more. `hasNextPage` is then `false`, so that nothing
   * asks without end; offer a button that calls `fetchNextPage()`. Each press may bring three more such batches.
   */
  readonly isStalled: boolean;
};

/** A list of the active profile in batches, by its factory and the app's own options over it. */
export function useScopedBatches<Part extends PartEnd, Key extends QueryKey, Token = PartToken>(
  caller: string,
  make: (client: DiscovrClientLike, size: BatchSize) => BatchesQueryOptions<Part, Key, Token>,
  { limit, enabled: isWanted = true, staleTime, gcTime }: UseBatchesOptions = {},
): UseBatchesResult<Part, Token> {
  const { client, queryClient } = useDiscovrContext(caller);
  // The query is enabled by the session, so a change of it must be seen.
  useClientSession(client);
  const { enabled, ...query } = make(client, { limit });
  const result = useInfiniteQuery<Part, DiscovrError, InfiniteData<Part, Token>, Key, Token>(
    {
      ...query,
      enabled: enabled && isWanted,
      ...(staleTime !== undefined && { staleTime }),
      ...(gcTime !== undefined && { gcTime }),
    },
    queryClient,
  );
  const partsSoFar = () => queryClient.getQueryData<InfiniteData<Part, Token>>(query.queryKey)?.pages ?? [];
  const { fetchNextPage } = useLatestMethods<Pick<typeof result, 'fetchNextPage'>>({
    fetchNextPage(options) {
      if (haveStalled(partsSoFar())) resumeBatches(partsSoFar());
      return result.fetchNextPage(options);
    },
  });
  return withGetters(result, {
    fetchNextPage: () => fetchNextPage,
    // Depends on `data`, so that components that read it render again with the data.
    isStalled: () => result.data !== undefined && haveStalled(partsSoFar()),
  });
}

/** A result with other properties over its own, each read only when it is asked for: TanStack renders by what is read. */
function withGetters<Result extends object, Over extends Record<string, () => unknown>>(
  result: Result,
  over: Over,
): Result & { readonly [Name in keyof Over]: ReturnType<Over[Name]> } {
  const copy = {};
  const own = Object.keys(result).map((name) => [name, () => Reflect.get(result, name)] as const);
  for (const [name, get] of [...own, ...Object.entries(over)]) {
    Object.defineProperty(copy, name, { get, enumerable: true, configurable: true });
  }
  // Every property was just defined.
  return copy as ReturnType<typeof withGetters<Result, Over>>;
}
