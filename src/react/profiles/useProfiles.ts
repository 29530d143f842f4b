'use client';

import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { Profile } from '../../api/profiles.js';
import { useDiscovrContext } from '../provider/context.js';
import { profilesQueryOptions } from './profilesQueryOptions.js';
import type { discovrKeys } from '../query/queryKeys.js';
import type { ScopedQueryOptions } from '../query/useScopedQuery.js';
import { useSessionFrom } from '../session/useSession.js';

/** Options of {@link useProfiles}: TanStack's, except the key and the function. */
export type UseProfilesOptions<Selected = Profile[]> = ScopedQueryOptions<
  Profile[],
  ReturnType<typeof discovrKeys.profiles>,
  Selected
>;

/** Result of {@link useProfiles}: TanStack's query. */
export type UseProfilesResult<Selected = Profile[]> = UseQueryResult<Selected, DiscovrError>;

/**
 * Returns the profiles of the account, newest first; pending while no user is signed in. Shows changes made by the
 * library's mutations.
 *
 * @throws {TypeError} when the provider's client cannot list profiles.
 * @example
 * const { data: profiles } = useProfiles();
 */
export function useProfiles<Selected = Profile[]>(options?: UseProfilesOptions<Selected>): UseProfilesResult<Selected> {
  const { client, queryClient, snapshots } = useDiscovrContext('useProfiles()');
  const { enabled, ...query } = profilesQueryOptions(client, useSessionFrom(snapshots));
  return useQuery({ ...query, ...options, enabled: enabled === true && (options?.enabled ?? true) }, queryClient);
}
