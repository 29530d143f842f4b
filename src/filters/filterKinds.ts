import type { ActiveFilter } from './activeFilters.js';
import { canonicalFilters } from './canonicalFilters.js';
import type { FilterSpec } from './filterSpec.js';

/** A group of the form: genres, keywords, the type, … A pair of bounds is one. */
export type FilterKind = ActiveFilter['kind'];

/** Fields of each kind, in the order of the form. */
const FIELDS = {
  mediaType: ['media_type'],
  genres: ['genres'],
  keywords: ['keywords'],
  runtime: ['with_runtime_gte', 'with_runtime_lte'],
  releaseDate: ['with_release_date_gte', 'with_release_date_lte'],
  regions: ['region'],
  watchProviders: ['with_watch_providers'],
} as const satisfies Record<FilterKind, readonly (keyof FilterSpec)[]>;

/** The kinds of filters in force, in the order of the form. */
export function filterKinds(filters: FilterSpec): FilterKind[] {
  const spec = canonicalFilters(filters);
  // The keys are those of the type; Object.keys does not know that.
  const kinds = Object.keys(FIELDS) as FilterKind[];
  return kinds.filter((kind) => FIELDS[kind].some((field) => spec[field] !== undefined));
}

/** Filters without any of one kind. */
export function withoutFilterKind(filters: FilterSpec, kind: FilterKind): FilterSpec {
  const rest = { ...filters };
  for (const field of FIELDS[kind]) delete rest[field];
  return canonicalFilters(rest);
}
