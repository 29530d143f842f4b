'use client';

import { useQuery, type QueryKey, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { useDiscovrContext } from '../provider/context.js';
import type { Owner } from './profileScope.js';
import type { QueryOptionsOf } from './queryOptionsOf.js';
import { useOwner } from './useOwner.js';

/** TanStack's query options, except the key and the function. `Selected` is the result of `select`. */
export type ScopedQueryOptions<Data, Key extends QueryKey, Selected> = Omit<
  UseQueryOptions<Data, DiscovrError, Selected, Key>,
  'queryFn' | 'queryKey'
>;

/** Runs a query of the active profile. The caller's options override those that `make` returns. */
export function useScopedQuery<Data, Key extends QueryKey, Selected>(
  caller: string,
  make: (client: DiscovrClientLike, owner: Owner) => QueryOptionsOf<Data, Key>,
  options: ScopedQueryOptions<Data, Key, Selected> | undefined,
): UseQueryResult<Selected, DiscovrError> {
  const { client, queryClient, snapshots } = useDiscovrContext(caller);
  const owner = useOwner(snapshots);
  const { enabled, ...query } = make(client, owner);
  return useQuery<Data, DiscovrError, Selected, Key>(
    { ...query, ...options, enabled: enabled === true && (options?.enabled ?? true) },
    queryClient,
  );
}
