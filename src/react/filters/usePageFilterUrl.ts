'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { areFiltersEqual, filtersKey } from '../../filters/canonicalFilters.js';
import { filtersFromSearchParams, filtersToSearchParams, readFilterParams } from '../../filters/filterSearchParams.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { FiltersChangeReason } from '../../filters/filtersChange.js';
import { useLatestMethods } from '../hooks.js';
import type { FilterUrlAdapter } from '../url/filterUrlAdapter.js';
import { historyUrl } from '../url/historyUrl.js';

/** Options of {@link usePageFilterUrl}. */
export interface UsePageFilterUrlOptions {
  /**
   * Connects the hook to the app's router. Keep it at module level; it must not change while the component is mounted.
   * @default historyUrl, for the browser's History API
   */
  adapter?: FilterUrlAdapter | undefined;
  /**
   * Name of the marker parameter (`f=1`), and prefix of each filter key (`f.genres`).
   * @default 'f'
   */
  prefix?: string | undefined;
  /**
   * Filters to use while the URL contains none, such as the filters of a preset. Filters in the URL win.
   * @default none
   */
  defaultFilters?: FilterSpec | undefined;
  /**
   * Called after each call of `setFilters`, with the reason passed to it, and with the reason `'navigation'` when Back,
   * Forward or a link changed the filters in the URL. Never called on mount.
   */
  onFiltersChange?: ((filters: FilterSpec, details: { reason: FiltersChangeReason }) => void) | undefined;
}

/** Options of `setFilters` of {@link usePageFilterUrl}. */
export interface SetFiltersOptions {
  /**
   * Whether to replace the current history entry, so that Back does not return to it.
   * @default false
   */
  replace?: boolean | undefined;
  /**
   * Reason passed to `onFiltersChange`. The form and the chips set it automatically.
   * @default 'apply'
   */
  reason?: FiltersChangeReason | undefined;
}

/** Result of {@link usePageFilterUrl}. */
export interface UsePageFilterUrlResult {
  /** The applied filters in canonical form; the same object while they stay equal. */
  readonly filters: FilterSpec;
  /**
   * Where the filters come from. Without a router, `'unknown'` on the server and in the first render in the browser;
   * `filters` are then the default filters.
   */
  readonly source: 'url' | 'default' | 'unknown';
  /** Writes filters to the URL and keeps other parameters. Stable across renders. For event handlers only. */
  setFilters(filters: FilterSpec, options?: SetFiltersOptions): void;
}

/** Filters that are written to the URL, and the query string that they replace. */
interface Pending {
  readonly search: string | undefined;
  readonly key: string;
}

/**
 * Keeps the applied filters in the URL, so that a link restores them in another browser, and Back and Forward move
 * through them. The result can be passed to a form and to the chips.
 *
 * @example
 * const { filters, setFilters } = usePageFilterUrl();
 * return <PageFilterForm filters={filters} onFiltersChange={setFilters} />;
 */
export function usePageFilterUrl(options: UsePageFilterUrlOptions = {}): UsePageFilterUrlResult {
  const { adapter = historyUrl, prefix, defaultFilters, onFiltersChange } = options;
  const url = adapter.useUrl();
  const { search } = url;
  const read = useMemo(
    () => (search === undefined ? undefined : readFilterParams(search, { prefix })),
    [search, prefix],
  );
  // A router may change the URL later. Until then, the next change starts from the filters written last.
  const [pending, setPending] = useState<Pending>();
  if (pending && pending.search !== search) setPending(undefined);
  const pendingKey = pending?.search === search ? pending?.key : undefined;
  const key = pendingKey ?? filtersKey(read?.filters ?? defaultFilters);
  // The key is the text of the canonical filters, so equal filters stay the same object.
  const filters = useMemo(() => JSON.parse(key) as FilterSpec, [key]);
  // `undefined` while the URL is unknown, and empty when it contains no filters.
  const urlKey = read && (read.filters ? filtersKey(read.filters) : '');

  useEffect(() => {
    if (search !== undefined && read) warnOfIgnored(search, read.ignored);
  }, [search, read]);

  const writtenKey = useRef<string>(undefined);
  const previousKey = useRef(urlKey);
  const methods = useLatestMethods({
    setFilters(next: FilterSpec, { replace = false, reason = 'apply' }: SetFiltersOptions = {}) {
      const present = url.readSearch();
      const applied = filtersFromSearchParams(present, { prefix });
      // A router that has not changed the URL may have refused to, and is asked again.
      if (pendingKey !== undefined || !applied || !areFiltersEqual(applied, next)) {
        const params = filtersToSearchParams(next, present, { prefix });
        const written = filtersKey(filtersFromSearchParams(params, { prefix }));
        writtenKey.current = written;
        setPending({ search, key: written });
        url.navigate(params.toString(), { replace });
      }
      onFiltersChange?.(next, { reason });
    },
    reportNavigation: () => onFiltersChange?.(filters, { reason: 'navigation' }),
  });

  useEffect(() => {
    const before = previousKey.current;
    const written = writtenKey.current;
    previousKey.current = urlKey;
    if (urlKey === before) return;
    writtenKey.current = undefined;
    if (before !== undefined && urlKey !== written) methods.reportNavigation();
  }, [urlKey, methods]);

  const source = urlKey === undefined ? 'unknown' : urlKey === '' && pendingKey === undefined ? 'default' : 'url';
  const { setFilters } = methods;
  return useMemo(() => ({ filters, source, setFilters }), [filters, source, setFilters]);
}

/** Reported parameters with their values, so that each is reported once, however many components read the URL. */
const reported = new Set<string>();

/** Warns about invalid parameters in the URL. Does not log their values, because they may be private. */
function warnOfIgnored(search: string, names: readonly string[]): void {
  const params = new URLSearchParams(search);
  for (const name of names) {
    const identity = `${name}=${params.get(name)}`;
    if (reported.has(identity)) continue;
    reported.add(identity);
    console.warn(
      `discovr-react: the URL parameter "${name}" is invalid, or part of it is. The invalid part is ignored. ` +
        'Create links with filtersToSearchParams() from discovr-react/filters.',
    );
  }
}
