import { queryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { Page } from '../../api/schemas/page.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { pageHealingOf } from './pageHealing.js';
import { profileIdOf } from '../../session/state/sessionState.js';
import { queryDefaults } from '../query/queryDefaults.js';
import type { QueryOptionsOf } from '../query/queryOptionsOf.js';
import { discovrKeys } from '../query/queryKeys.js';

/**
 * Returns query options for a page with its hero, by the id from `useCreatePage`. A page of an expired session is
 * recreated once for all callers, and `data.id` is then the id of its replacement. Disabled while no profile is active.
 *
 * @example
 * const { client, queryClient } = useDiscovr();
 * const { data: page } = useQuery(pageQueryOptions(client, pageId), queryClient);
 */
export function pageQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
): QueryOptionsOf<Page, ReturnType<typeof discovrKeys.page>> {
  const healing = pageHealingOf(client);
  return queryOptions<Page, DiscovrError, Page, ReturnType<typeof discovrKeys.page>>({
    ...queryDefaults,
    queryKey: discovrKeys.page(client, pageId),
    queryFn: ({ signal }) => healing.open(pageId, { signal }),
    // A replaced page is refetched when it is next shown.
    staleTime: ({ state }) => (!state.data || state.data.id === healing.latest(pageId) ? queryDefaults.staleTime : 0),
    enabled: profileIdOf(client.getSession()) !== undefined,
  });
}
