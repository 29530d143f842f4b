'use client';

import { useSyncExternalStore } from 'react';
import type { FilterUrlAdapter } from './filterUrlAdapter.js';
import { withSearch } from './withSearch.js';

/** What is used of TanStack Router 1. */
export interface TanstackRouterHooks {
  useRouter(): {
    readonly history: {
      readonly location: { readonly pathname: string; readonly search: string; readonly hash: string };
      subscribe(listener: () => void): () => void;
      push(address: string): void;
      replace(address: string): void;
    };
  };
}

/**
 * Joins the filters to TanStack Router, in a browser and on a server. It works on the router's history, since the parsed
 * search of the router takes `f.genres=28.80` for the number 28.8; see {@link parseSearchValue}.
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
 * Reads one value of a query string as TanStack Router does, except for a number that would be written otherwise than
 * it was read: it stays text. With it, links of the app that keep the search keep the filters too.
 *
 * @example
 * createRouter({
 *   routeTree,
 *   parseSearch: parseSearchWith(parseSearchValue),
 *   stringifySearch: stringifySearchWith(JSON.stringify, parseSearchValue),
 * });
 *
 * @throws where the text is no JSON, or such a number; the router then keeps the text.
 */
export function parseSearchValue(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'number' && String(value) !== text) {
    throw new SyntaxError(`discovr-react: ${text} is kept as text, since as a number it would be ${value}.`);
  }
  return value;
}
