import type { FilterUrlAdapter } from './filterUrlAdapter.js';

/** The hook of React Router, 6.4 or newer, that the adapter uses. */
export interface ReactRouterHooks {
  useSearchParams(): readonly [
    URLSearchParams,
    (next: URLSearchParams, options: { replace: boolean; preventScrollReset: boolean }) => unknown,
  ];
}

/**
 * Creates an adapter for React Router that works in the browser and on the server.
 *
 * @example
 * import { useSearchParams } from 'react-router';
 * const adapter = reactRouterUrl({ useSearchParams });
 */
export function reactRouterUrl({ useSearchParams }: ReactRouterHooks): FilterUrlAdapter {
  return {
    useUrl() {
      const [params, setParams] = useSearchParams();
      const search = params.toString();
      return {
        search,
        readSearch: () => search,
        navigate: (next, { replace }) => setParams(new URLSearchParams(next), { replace, preventScrollReset: true }),
      };
    },
  };
}
