'use client';

import { useEffect, useMemo, useRef } from 'react';
import { areFiltersEqual, filtersKey } from '../../filters/canonicalFilters.js';
import type { FiltersChangeReason } from '../../filters/filtersChange.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { filtersFromSearchParams, filtersToSearchParams, readFilterParams } from '../../filters/filterSearchParams.js';
import type { FilterUrlAdapter } from '../url/filterUrlAdapter.js';
import { historyUrl } from '../url/historyUrl.js';
import { warnOfIgnored } from '../url/warnOfIgnored.js';
import { useLatestMethods } from '../useLatestMethods.js';

/** Options of {@link usePageFilterUrl}. */
export interface UsePageFilterUrlOptions {
  /**
   * Connects the hook to the app's router. Keep it at module level, and unchanged for the life of the component.
   * @default historyUrl, for the browser's History API
   */
  adapter?: FilterUrlAdapter | undefined;
  /**
   * Name of the marker parameter and, followed by a dot, prefix of each key.
   * @default 'f'
   */
  prefix?: string | undefined;
  /**
   * Active filters while the URL contains none, such as those of a preset. Filters in the URL win.
   * @default none
   */
  defaultFilters?: FilterSpec | undefined;
  /**
   * Called after each change: by `setFilters`, with its reason, and of the URL itself by Back, Forward or a link, with
   * the reason `'navigation'`. Never called on mount.
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
   * Reason passed to `onFiltersChange`. A form and the chips pass theirs automatically.
   * @default 'apply'
   */
  reason?: FiltersChangeReason | undefined;
}

/** Result of {@link usePageFilterUrl}. */
export interface UsePageFilterUrlResult {
  /** The applied filters in canonical form; the same object while they stay equal. */
  readonly filters: FilterSpec;
  /**
   * Where the filters come from. `'unknown'` while the URL is unknown (without a router, on the server and in the first
   * render in the browser); `filters` are then the default filters.
   */
  readonly source: 'url' | 'default' | 'unknown';
  /** Writes filters to the URL; other parameters stay. It keeps its identity. For event handlers only. */
  setFilters(filters: FilterSpec, options?: SetFiltersOptions): void;
}

/**
 * Keeps the applied filters in the URL, so that a link opens the same page elsewhere, and Back and Forward move through
 * the applied filters. The result can be passed to a form and to the chips.
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
  const key = filtersKey(read?.filters ?? defaultFilters);
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
      if (!applied || !areFiltersEqual(applied, next)) {
        const params = filtersToSearchParams(next, present, { prefix });
        writtenKey.current = filtersKey(filtersFromSearchParams(params, { prefix }));
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

  const source = urlKey === undefined ? 'unknown' : urlKey === '' ? 'default' : 'url';
  const { setFilters } = methods;
  return useMemo(() => ({ filters, source, setFilters }), [filters, source, setFilters]);
}
