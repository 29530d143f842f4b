import type { FilterSpec } from './filterSpec.js';

function sortedUnique<T extends number | string>(values: readonly T[] | undefined): T[] | undefined {
  if (!values?.length) return undefined;
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Brings equal filters to one form: fields in a fixed order, lists sorted and free of repeats, nothing empty.
 * Two filters ask for the same page exactly when their canonical forms are equal.
 */
export function canonicalFilters(filters: FilterSpec = {}): FilterSpec {
  const fields: { [Key in keyof FilterSpec]-?: FilterSpec[Key] } = {
    genres: sortedUnique(filters.genres),
    keywords: sortedUnique(filters.keywords),
    media_type: filters.media_type,
    region: sortedUnique(filters.region),
    with_release_date_gte: filters.with_release_date_gte || undefined,
    with_release_date_lte: filters.with_release_date_lte || undefined,
    with_runtime_gte: filters.with_runtime_gte,
    with_runtime_lte: filters.with_runtime_lte,
    with_watch_providers: sortedUnique(filters.with_watch_providers),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A text that is equal for equal filters: the identity of a page within one session. */
export function filtersKey(filters: FilterSpec | undefined): string {
  return JSON.stringify(canonicalFilters(filters));
}

/** Tells whether two filters ask for the same page. */
export function areFiltersEqual(a: FilterSpec | undefined, b: FilterSpec | undefined): boolean {
  return filtersKey(a) === filtersKey(b);
}
