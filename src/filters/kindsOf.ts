import { canonicalFilters } from './canonicalFilters.js';
import { filterFields, filterKinds, type FilterKind } from './filterFields.js';
import type { FilterSpec } from './filterSpec.js';

/** The kinds of active filters, in the order of the form. */
export function kindsOf(filters: FilterSpec): FilterKind[] {
  const spec = canonicalFilters(filters);
  return filterKinds.filter((kind) => filterFields[kind].keys.some((key) => spec[key] !== undefined));
}

/** Filters without any of one kind. */
export function withoutFilterKind(filters: FilterSpec, kind: FilterKind): FilterSpec {
  const rest = { ...filters };
  for (const key of filterFields[kind].keys) delete rest[key];
  return canonicalFilters(rest);
}
