import { filterFields, filterKinds } from './filterFields.js';
import type { FilterSpec } from './filterSpec.js';

/** Keys in the order in which they stand in the canonical form. */
const KEYS = filterKinds.flatMap((kind): readonly (keyof FilterSpec)[] => filterFields[kind].keys).sort();

/**
 * Brings equal filters to one form: keys in a fixed order, lists sorted and free of repeats, nothing empty. Two filters ask
 * for the same page exactly when their canonical forms are equal.
 */
export function canonicalFilters(filters: FilterSpec = {}): FilterSpec {
  const entries = KEYS.map((key) => [key, canonicalValue(filters[key])]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function canonicalValue(value: FilterSpec[keyof FilterSpec]): unknown {
  if (!Array.isArray(value)) return value === '' ? undefined : value;
  const values = new Set<number | string>(value);
  return values.size > 0 ? [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : undefined;
}

/** A text that is equal for equal filters: the identity of a page within one session. */
export function filtersKey(filters: FilterSpec | undefined): string {
  return JSON.stringify(canonicalFilters(filters));
}

/** Tells whether two filters ask for the same page. */
export function areFiltersEqual(a: FilterSpec | undefined, b: FilterSpec | undefined): boolean {
  return filtersKey(a) === filtersKey(b);
}
