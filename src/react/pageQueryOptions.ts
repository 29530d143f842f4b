import { queryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../api/discovrError.js';
import type { Page } from '../api/schemas/page.js';
import type { DiscovrClientLike } from '../client/discovrClientLike.js';
import { profileIdOf } from '../session/sessionState.js';
import { queryDefaults } from './queryDefaults.js';
import type { QueryOptionsOf } from './queryOptionsOf.js';
import { discovrKeys } from './queryKeys.js';

/**
 * A page with its hero as a query, by the id `useCreatePage` gave. Disabled while no profile is active.
 *
 * @example
 * const { client, queryClient } = useDiscovr();
 * const { data: page } = useQuery(pageQueryOptions(client, pageId), queryClient);
 */
export function pageQueryOptions(
  client: DiscovrClientLike,
  pageId: string,
): QueryOptionsOf<Page, ReturnType<typeof discovrKeys.page>> {
  return queryOptions<Page, DiscovrError, Page, ReturnType<typeof discovrKeys.page>>({
    ...queryDefaults,
    queryKey: discovrKeys.page(client, pageId),
    queryFn: ({ signal }) => client.getPage(pageId, { signal }),
    enabled: profileIdOf(client.getSession()) !== undefined,
  });
}
