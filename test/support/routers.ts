import { useSyncExternalStore } from 'react';
import type { FilterUrlAdapter } from '../../src/react/url/filterUrlAdapter.js';
import { historyUrl } from '../../src/react/url/historyUrl.js';
import { nextUrl, reactRouterUrl } from '../../src/react/url/routerUrls.js';
import { tanstackRouterUrl } from '../../src/react/url/tanstackRouterUrl.js';

const listeners = new Set<() => void>();

/** A minimal router for the adapters: it changes the browser's URL and notifies its subscribers. */
const router = {
  push: (url: string) => move('pushState', url),
  replace: (url: string) => move('replaceState', url),
  subscribe(listener: () => void) {
    listeners.add(listener);
    window.addEventListener('popstate', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('popstate', listener);
    };
  },
};

function move(how: 'pushState' | 'replaceState', url: string) {
  window.history[how](null, '', url);
  for (const listener of listeners) listener();
}

const useSearch = () => useSyncExternalStore(router.subscribe, () => window.location.search);

/** All adapters. Each is connected to the minimal router through the hooks that it expects. */
export const adapters: readonly (readonly [name: string, adapter: FilterUrlAdapter])[] = [
  ['the History API', historyUrl],
  [
    'React Router',
    reactRouterUrl({
      useSearchParams: () => [
        new URLSearchParams(useSearch()),
        (next, { replace }) => router[replace ? 'replace' : 'push'](`?${next}`),
      ],
    }),
  ],
  ['TanStack Router', tanstackRouterUrl({ useRouter: () => ({ history: { ...router, location: window.location } }) })],
  [
    'the app router of Next',
    nextUrl({
      useSearchParams: () => new URLSearchParams(useSearch()),
      usePathname: () => window.location.pathname,
      useRouter: () => router,
    }),
  ],
];
