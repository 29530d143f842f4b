import type { FilterSpec } from './filterSpec.js';

/**
 * Returns the canonical form of filters: keys in a fixed order, lists sorted and without duplicates, no empty values.
 * Two filters describe the same page exactly when their canonical forms are equal.
 */
export function canonicalFilters(filters: FilterSpec = {}): FilterSpec {
  const entries = Object.entries(filters).map(([key, value]) => [key, canonicalValue(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined).sort(([a], [b]) => ascending(a, b)));
}

function canonicalValue(value: FilterSpec[keyof FilterSpec]): unknown {
  if (!Array.isArray(value)) return value === '' ? undefined : value;
  const values = new Set<number | string>(value);
  return values.size > 0 ? [...values].sort(ascending) : undefined;
}

function ascending<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns a text that is equal for equal filters. It identifies a page within one session. */
export function filtersKey(filters: FilterSpec | undefined): string {
  return JSON.stringify(canonicalFilters(filters));
}

/** Whether two filters describe the same page. */
export function areFiltersEqual(a: FilterSpec | undefined, b: FilterSpec | undefined): boolean {
  return filtersKey(a) === filtersKey(b);
}
