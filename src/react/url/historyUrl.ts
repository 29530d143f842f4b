'use client';

import { useSyncExternalStore } from 'react';
import { HISTORY_KEY, placesIn, placesOfNextEntry } from '../navigation/navigationState.js';
import { withSearch, type FilterUrlAdapter } from './filterUrlAdapter.js';

/** Subscribers to the URL. They are called from `navigate`, because `pushState` fires no event. */
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
  const url = withSearch(pathname, search, hash);
  const { state } = window.history;
  const places = placesIn(state);
  // Keeps the state that other code stores in the current entry.
  if (replace) window.history.replaceState(state, '', url);
  else window.history.pushState(places ? { [HISTORY_KEY]: placesOfNextEntry(places) } : null, '', url);
  for (const listener of listeners) listener();
}

const readSearch = () => window.location.search;
const unknownSearch = () => undefined;

/**
 * Adapter for the browser's History API, for apps without a router. The server does not know the URL, so the filters
 * are available only after hydration.
 */
export const historyUrl: FilterUrlAdapter = {
  useUrl() {
    const search = useSyncExternalStore<string | undefined>(subscribe, readSearch, unknownSearch);
    return { search, readSearch, navigate };
  },
};
