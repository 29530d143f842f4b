import { queryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { Profile } from '../../api/profiles.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { SessionState } from '../../session/sessionState.js';
import { queryDefaults } from '../query/queryDefaults.js';
import type { QueryOptionsOf } from '../query/queryOptionsOf.js';
import { discovrKeys } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';
import { STALE_AFTER_MS } from '../query/staleAfter.js';

/**
 * Returns query options for the profiles of the account, newest first. Disabled while no user is signed in. Create the
 * options during render or in a loader, not at module level, because they depend on the session.
 *
 * @param session the session that they depend on; by default the client's. During a render, pass the one of
 *   `useDiscovr()`.
 * @throws {TypeError} when the client cannot list profiles.
 * @example
 * const { client, queryClient, session } = useDiscovr();
 * const { data: profiles } = useQuery(profilesQueryOptions(client, session), queryClient);
 */
export function profilesQueryOptions(
  client: DiscovrClientLike,
  { status }: SessionState = client.getSession(),
): QueryOptionsOf<Profile[], ReturnType<typeof discovrKeys.profiles>> {
  const getProfiles = requireMethod(client, 'getProfiles', 'profilesQueryOptions()');
  return queryOptions<Profile[], DiscovrError, Profile[], ReturnType<typeof discovrKeys.profiles>>({
    ...queryDefaults,
    staleTime: STALE_AFTER_MS,
    queryKey: discovrKeys.profiles(),
    queryFn: ({ signal }) => getProfiles({ signal }),
    enabled: status === 'signedIn' || status === 'active',
  });
}
