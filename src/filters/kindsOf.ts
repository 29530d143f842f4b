import { canonicalFilters } from './canonicalFilters.js';
import { filterFields, filterKinds, type FilterKind } from './filterFields.js';
import type { FilterSpec } from './filterSpec.js';

/** Returns the kinds of the active filters, in form order. */
export function kindsOf(filters: FilterSpec): FilterKind[] {
  const spec = canonicalFilters(filters);
  return filterKinds.filter((kind) => filterFields[kind].keys.some((key) => spec[key] !== undefined));
}

/** Returns the filters without one filter kind, in canonical form. */
export function withoutFilterKind(filters: FilterSpec, kind: FilterKind): FilterSpec {
  const rest = { ...filters };
  for (const key of filterFields[kind].keys) delete rest[key];
  return canonicalFilters(rest);
}
