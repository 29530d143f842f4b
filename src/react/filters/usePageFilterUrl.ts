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
   * Joins it to the app's router. Keep it at module level, and the same for the life of the component.
   * @default historyUrl, the browser's own History API
   */
  adapter?: FilterUrlAdapter | undefined;
  /**
   * Name of the marker parameter and, with a dot, the start of each key.
   * @default 'f'
   */
  prefix?: string | undefined;
  /**
   * Filters in force while the address says nothing about filters, such as those of a preset. An address that does wins.
   * @default none
   */
  defaultFilters?: FilterSpec | undefined;
  /**
   * Hears of each change: those made by `setFilters`, with their reason, and those the address makes by itself
   * (`'navigation'`: Back, Forward, a link). Never on mount.
   */
  onFiltersChange?: ((filters: FilterSpec, details: { reason: FiltersChangeReason }) => void) | undefined;
}

/** How `setFilters` of {@link usePageFilterUrl} writes. */
export interface SetFiltersOptions {
  /**
   * Whether the present entry of history is replaced, so that Back does not return to it.
   * @default false
   */
  replace?: boolean | undefined;
  /**
   * Why; `onFiltersChange` is told. A form and the chips say it by themselves.
   * @default 'apply'
   */
  reason?: FiltersChangeReason | undefined;
}

/** What {@link usePageFilterUrl} gives. */
export interface UsePageFilterUrlResult {
  /** The applied filters in canonical form; one object as long as they stay equal. */
  readonly filters: FilterSpec;
  /**
   * Where they come from. `'unknown'`: nobody can know the address yet (a server, and the first render in a browser,
   * without a router); the default filters stand in.
   */
  readonly source: 'url' | 'default' | 'unknown';
  /** Writes filters into the address; parameters of others stay. It keeps its identity. For event handlers only. */
  setFilters(filters: FilterSpec, options?: SetFiltersOptions): void;
}

/**
 * Keeps the applied filters in the address bar, so that a link opens the same page elsewhere, and Back and Forward move
 * through what was applied. What it gives fits a form and the chips.
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
  // The key is the canonical filters as text; equal ones stay one object.
  const filters = useMemo(() => JSON.parse(key) as FilterSpec, [key]);
  // What the address says of filters: nobody knows, nothing, or which.
  const said = read && (read.filters ? filtersKey(read.filters) : '');

  useEffect(() => {
    if (search !== undefined && read) warnOfIgnored(search, read.ignored);
  }, [search, read]);

  const written = useRef<string>(undefined);
  const former = useRef(said);
  const methods = useLatestMethods({
    setFilters(next: FilterSpec, { replace = false, reason = 'apply' }: SetFiltersOptions = {}) {
      const present = url.readSearch();
      const applied = filtersFromSearchParams(present, { prefix });
      if (!applied || !areFiltersEqual(applied, next)) {
        const params = filtersToSearchParams(next, present, { prefix });
        written.current = filtersKey(filtersFromSearchParams(params, { prefix }));
        url.navigate(params.toString(), { replace });
      }
      onFiltersChange?.(next, { reason });
    },
    reportNavigation: () => onFiltersChange?.(filters, { reason: 'navigation' }),
  });

  useEffect(() => {
    const before = former.current;
    const own = written.current;
    former.current = said;
    if (said === before) return;
    written.current = undefined;
    if (before !== undefined && said !== own) methods.reportNavigation();
  }, [said, methods]);

  const source = said === undefined ? 'unknown' : said === '' ? 'default' : 'url';
  const { setFilters } = methods;
  return useMemo(() => ({ filters, source, setFilters }), [filters, source, setFilters]);
}
