import type { FilterUrlAdapter } from './filterUrlAdapter.js';

/** What is used of React Router, 6.4 or newer. */
export interface ReactRouterHooks {
  useSearchParams(): readonly [
    URLSearchParams,
    (next: URLSearchParams, options: { replace: boolean; preventScrollReset: boolean }) => unknown,
  ];
}

/**
 * Joins the filters to React Router, in a browser and on a server.
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
