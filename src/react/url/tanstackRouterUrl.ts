'use client';

import { useSyncExternalStore } from 'react';
import { withSearch, type FilterUrlAdapter } from './filterUrlAdapter.js';

/** The hook of TanStack Router 1 that the adapter uses. */
export interface TanstackRouterHooks {
  useRouter(): {
    readonly history: {
      readonly location: { readonly pathname: string; readonly search: string; readonly hash: string };
      subscribe(listener: () => void): () => void;
      push(url: string): void;
      replace(url: string): void;
    };
  };
}

/**
 * Creates an adapter for TanStack Router that works in the browser and on the server. It uses the router's history,
 * because the router's search parser turns `f.genres=28.80` into the number 28.8; see {@link parseSearchValue}.
 *
 * @example
 * import { useRouter } from '@tanstack/react-router';
 * const adapter = tanstackRouterUrl({ useRouter });
 */
export function tanstackRouterUrl({ useRouter }: TanstackRouterHooks): FilterUrlAdapter {
  return {
    useUrl() {
      const { history } = useRouter();
      const readSearch = () => history.location.search;
      const search = useSyncExternalStore(history.subscribe, readSearch, readSearch);
      return {
        search,
        readSearch,
        navigate(next, { replace }) {
          const { pathname, hash } = history.location;
          history[replace ? 'replace' : 'push'](withSearch(pathname, next, hash));
        },
      };
    },
  };
}

/**
 * Parses one value of a query string as TanStack Router does, except that a number stays text if converting it back
 * would change it. With this parser, links that keep the search params also keep the filters.
 *
 * @example
 * createRouter({
 *   routeTree,
 *   parseSearch: parseSearchWith(parseSearchValue),
 *   stringifySearch: stringifySearchWith(JSON.stringify, parseSearchValue),
 * });
 *
 * @throws {SyntaxError} when the text is not JSON or is such a number; the router then keeps the text.
 */
export function parseSearchValue(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'number' && String(value) !== text) {
    throw new SyntaxError(`discovr-react: ${text} is kept as text, because as a number it would become ${value}.`);
  }
  return value;
}
