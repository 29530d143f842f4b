'use client';

import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { Profile } from '../../api/schemas/profile.js';
import { useDiscovrContext } from '../provider/context.js';
import { profilesQueryOptions } from './profilesQueryOptions.js';
import type { discovrKeys } from '../query/queryKeys.js';
import { useClientSession } from '../session/useSession.js';

/** Options of {@link useProfiles}: TanStack's, except key and function. */
export type UseProfilesOptions = Omit<
  UseQueryOptions<Profile[], DiscovrError, Profile[], ReturnType<typeof discovrKeys.profiles>>,
  'queryFn' | 'queryKey'
>;

/** What {@link useProfiles} gives: TanStack's query. */
export type UseProfilesResult = UseQueryResult<Profile[], DiscovrError>;

/**
 * The profiles of the account, newest first; pending while nobody is signed in. What the mutations of this library change
 * is seen here at once.
 *
 * @throws where the provider's client cannot list profiles.
 * @example
 * const { data: profiles } = useProfiles();
 */
export function useProfiles(options?: UseProfilesOptions): UseProfilesResult {
  const { client, queryClient } = useDiscovrContext('useProfiles()');
  // The query is enabled by the session, so a change of it must be seen.
  useClientSession(client);
  const { enabled, ...query } = profilesQueryOptions(client);
  return useQuery({ ...query, ...options, enabled: enabled === true && (options?.enabled ?? true) }, queryClient);
}
