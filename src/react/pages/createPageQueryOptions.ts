import { queryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { CreatePagePayload, CreatePageResponse } from '../../api/pages.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { forOwner, ownerOf, type OfProfile } from '../query/profileScope.js';
import { queryDefaults } from '../query/queryDefaults.js';
import type { QueryOptionsOf } from '../query/queryOptionsOf.js';
import { discovrKeys } from '../query/queryKeys.js';

/**
 * Returns query options for creating the page with these filters. They share a cache entry with {@link useCreatePage},
 * so a page created there needs no further request here.
 *
 * Disabled while no profile is active. Create the options during render or in a loader, not at module level, because
 * their key contains the active profile.
 *
 * @example
 * const { client, queryClient, profileId } = useDiscovr();
 * const comedies = createPageQueryOptions(client, { pageFilters: { genres: [35] } }, { profileId });
 * const page = useQuery(comedies, queryClient);
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
