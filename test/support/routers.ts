import { useSyncExternalStore } from 'react';
import type { FilterUrlAdapter } from '../../src/react/url/filterUrlAdapter.js';
import { historyUrl } from '../../src/react/url/historyUrl.js';
import { nextUrl } from '../../src/react/url/nextUrl.js';
import { reactRouterUrl } from '../../src/react/url/reactRouterUrl.js';
import { tanstackRouterUrl } from '../../src/react/url/tanstackRouterUrl.js';

const listeners = new Set<() => void>();

/** As little of a router as the adapters use: it moves the browser's address, and tells those who read it. */
const router = {
  push: (address: string) => move('pushState', address),
  replace: (address: string) => move('replaceState', address),
  subscribe(listener: () => void) {
    listeners.add(listener);
    window.addEventListener('popstate', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('popstate', listener);
    };
  },
};

function move(how: 'pushState' | 'replaceState', address: string) {
  window.history[how](null, '', address);
  for (const listener of listeners) listener();
}

const useSearch = () => useSyncExternalStore(router.subscribe, () => window.location.search);

/** Every adapter, joined to that router by the hooks of its own. */
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
