'use client';

import { useInfiniteQuery, type InfiniteData, type QueryKey, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../api/discovrError.js';
import type { DiscovrClientLike } from '../client/discovrClientLike.js';
import { useDiscovrContext } from './context.js';
import type { PartsQueryOptions, PartToken } from './partsQueryOptions.js';
import type { PartSize } from './queryKeys.js';
import { useClientSession } from './useSession.js';

/** Options of a hook that gives a list in parts. Written out, since TanStack's type differs between its versions. */
export interface UsePartsOptions extends PartSize {
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

/** What a hook for a list gives: TanStack's query; `data.pages` are the parts, `fetchNextPage()` gets one more. */
export type UsePartsResult<Part, Token = PartToken> = UseInfiniteQueryResult<InfiniteData<Part, Token>, DiscovrError>;

/** A list of the active profile in parts, by its factory and the app's own options over it. */
export function useScopedParts<Part, Key extends QueryKey, Token = PartToken>(
  caller: string,
  make: (client: DiscovrClientLike, size: PartSize) => PartsQueryOptions<Part, Key, Token>,
  { limit, enabled: isWanted = true, staleTime, gcTime }: UsePartsOptions = {},
): UsePartsResult<Part, Token> {
  const { client, queryClient } = useDiscovrContext(caller);
  // The query is enabled by the session, so a change of it must be seen.
  useClientSession(client);
  const { enabled, ...query } = make(client, { limit });
  return useInfiniteQuery<Part, DiscovrError, InfiniteData<Part, Token>, Key, Token>(
    {
      ...query,
      enabled: enabled && isWanted,
      ...(staleTime !== undefined && { staleTime }),
      ...(gcTime !== undefined && { gcTime }),
    },
    queryClient,
  );
}
