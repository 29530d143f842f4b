import { queryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { Page } from '../../api/pages.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { pageHealingOf } from './pageHealing.js';
import { forOwner, ownerOf, type OfProfile } from '../query/profileScope.js';
import { queryDefaults } from '../query/queryDefaults.js';
import type { QueryOptionsOf } from '../query/queryOptionsOf.js';
import { discovrKeys } from '../query/queryKeys.js';

/**
 * Returns query options for a page with its hero, by the id from `useCreatePage`. A page of an expired session is
 * recreated once for all callers, and `data.id` is then the id of its replacement. Disabled while no profile is active.
 *
 * @example
 * const { client, queryClient, profileId } = useDiscovr();
 * const { data: page } = useQuery(pageQueryOptions(client, pageId, { profileId }), queryClient);
 */
export function pageQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
  options: OfProfile = {},
): QueryOptionsOf<Page, ReturnType<typeof discovrKeys.page>> {
  const healing = pageHealingOf(client);
  const owner = ownerOf(client, options);
  return queryOptions<Page, DiscovrError, Page, ReturnType<typeof discovrKeys.page>>({
    ...queryDefaults,
    queryKey: discovrKeys.page(owner, pageId),
    queryFn: ({ signal }) => forOwner(client, owner, healing.open(pageId, { signal })),
    // A replaced page is refetched when it is next shown.
    staleTime: ({ state }) => (!state.data || healing.isLatest(state.data.id, owner) ? queryDefaults.staleTime : 0),
    enabled: owner.profileId !== null,
  });
}
