import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';

/**
 * Refetches the queries that a change on the server affects. Restarts first requests: their response may be older than
 * the change, and TanStack would only wait for it.
 */
export function refetchChanged(queryClient: QueryClient, filters: InvalidateQueryFilters): void {
  const running = queryClient.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' });
  const first = new Set(running.filter(({ state }) => state.data === undefined));
  void queryClient.resetQueries({ predicate: (query) => first.has(query) });
  // TanStack restarts only those that a component observes. Others have a caller, such as a router, who gets this response.
  for (const query of first) if (!query.isActive()) query.fetch().catch(() => undefined);
  void queryClient.invalidateQueries(filters);
}
