import { queryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { CreatePagePayload, CreatePageResponse } from '../../api/schemas/page.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { profileIdOf } from '../../session/state/sessionState.js';
import { queryDefaults } from '../query/queryDefaults.js';
import type { QueryOptionsOf } from '../query/queryOptionsOf.js';
import { discovrKeys } from '../query/queryKeys.js';

/**
 * "The page for these filters" as a query. It shares its entry with {@link useCreatePage}: a page created there is
 * known here without another request.
 *
 * Disabled while no profile is active. Make the options during render or in a loader, not at module level: their key
 * belongs to the profile of the moment.
 *
 * @example
 * const { client, queryClient } = useDiscovr();
 * const page = useQuery(createPageQueryOptions(client, { pageFilters: { genres: [35] } }), queryClient);
 */
export function createPageQueryOptions(
  client: DiscovrClientLike,
  payload: CreatePagePayload = {},
): QueryOptionsOf<CreatePageResponse, ReturnType<typeof discovrKeys.createPage>> {
  return queryOptions<CreatePageResponse, DiscovrError, CreatePageResponse, ReturnType<typeof discovrKeys.createPage>>({
    ...queryDefaults,
    queryKey: discovrKeys.createPage(client, payload),
    queryFn: ({ signal }) => client.createPage(payload, { signal }),
    enabled: profileIdOf(client.getSession()) !== undefined,
  });
}
