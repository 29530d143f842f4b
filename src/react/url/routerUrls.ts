import { withSearch, type FilterUrlAdapter } from './filterUrlAdapter.js';

/** The hooks of the Next.js App Router, 13.4 or newer, that the adapter uses. */
export interface NextNavigationHooks {
  useSearchParams(): { toString(): string } | null;
  usePathname(): string | null;
  useRouter(): {
    push(url: string, options: { scroll: boolean }): void;
    replace(url: string, options: { scroll: boolean }): void;
  };
}

/**
 * Creates an adapter for the Next.js App Router that works in the browser and on the server. On a page that Next.js
 * prerenders, wrap the component that uses it in `<Suspense>`, as for any use of `useSearchParams`.
 *
 * @example
 * import { usePathname, useRouter, useSearchParams } from 'next/navigation';
 * const adapter = nextUrl({ usePathname, useRouter, useSearchParams });
 */
export function nextUrl({ useSearchParams, usePathname, useRouter }: NextNavigationHooks): FilterUrlAdapter {
  return {
    useUrl() {
      const search = useSearchParams()?.toString() ?? '';
      const path = usePathname() ?? '';
      const router = useRouter();
      return {
        search,
        // The hook's value may be old, because the router renders after it has changed the browser's URL.
        readSearch: () => window.location.search,
        navigate(next, { replace }) {
          router[replace ? 'replace' : 'push'](withSearch(path, next, window.location.hash), { scroll: false });
        },
      };
    },
  };
}

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
 * import { useSearchParams } from 'react-router'; // 'react-router-dom' before version 7
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
