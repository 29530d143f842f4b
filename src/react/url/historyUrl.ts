'use client';

import { useSyncExternalStore } from 'react';
import type { FilterUrlAdapter } from './filterUrlAdapter.js';
import { withSearch } from './withSearch.js';

/** Those who read the address; `pushState` itself tells nobody. */
const listeners = new Set<() => void>();

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('popstate', onChange);
  };
}

function navigate(search: string, { replace }: { readonly replace: boolean }): void {
  const { pathname, hash } = window.location;
  const address = withSearch(pathname, search, hash);
  // What others keep with the present entry stays with it.
  if (replace) window.history.replaceState(window.history.state, '', address);
  else window.history.pushState(null, '', address);
  for (const listener of listeners) listener();
}

const readSearch = () => window.location.search;
const unknownSearch = () => undefined;

/**
 * The browser's own History API, for apps without a router. A server does not know the address here, so the filters
 * come with hydration.
 */
export const historyUrl: FilterUrlAdapter = {
  useUrl() {
    const search = useSyncExternalStore<string | undefined>(subscribe, readSearch, unknownSearch);
    return { search, readSearch, navigate };
  },
};
