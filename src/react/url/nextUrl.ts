import type { FilterUrlAdapter } from './filterUrlAdapter.js';
import { withSearch } from './withSearch.js';

/** What is used of Next's app router, 13.4 or newer. */
export interface NextNavigationHooks {
  useSearchParams(): { toString(): string } | null;
  usePathname(): string | null;
  useRouter(): {
    push(address: string, options: { scroll: boolean }): void;
    replace(address: string, options: { scroll: boolean }): void;
  };
}

/**
 * Joins the filters to Next's app router, in a browser and on a server. A page that Next renders ahead of time needs a
 * `<Suspense>` around what uses it, as for any use of `useSearchParams`.
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
        // The router renders a change later than the browser shows it.
        readSearch: () => window.location.search,
        navigate(next, { replace }) {
          router[replace ? 'replace' : 'push'](withSearch(path, next, window.location.hash), { scroll: false });
        },
      };
    },
  };
}
