import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterSpecs } from '../../test/arbitraries.js';
import { areFiltersEqual, canonicalFilters, filtersKey } from './canonicalFilters.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';

const LISTS = ['genres', 'keywords', 'region', 'with_watch_providers'] as const;
const SINGLES = [
  'media_type',
  'with_runtime_gte',
  'with_runtime_lte',
  'with_release_date_gte',
  'with_release_date_lte',
] as const;

/** Returns equal filters in another notation: lists reversed, with repeated values, and fields in another order. */
function inOtherNotation(filters: FilterSpec): FilterSpec {
  const fields = Object.entries(filters).toReversed();
  return Object.fromEntries(
    fields.map(([field, value]) => [field, Array.isArray(value) ? [...value.slice(1), ...value.toReversed()] : value]),
  );
}

describe('canonicalFilters', () => {
  it('returns canonical filters unchanged', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        const canonical = canonicalFilters(filters);
        expect(canonicalFilters(canonical)).toEqual(canonical);
        expect(JSON.stringify(canonicalFilters(canonical))).toBe(JSON.stringify(canonical));
      }),
    );
  });

  it('returns the same result for any order and repetition of choices', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        const other = inOtherNotation(filters);
        expect(canonicalFilters(other)).toEqual(canonicalFilters(filters));
        expect(filtersKey(other)).toBe(filtersKey(filters));
        expect(areFiltersEqual(other, filters)).toBe(true);
      }),
    );
  });

  it('removes empty values and keeps all others', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        const canonical = canonicalFilters(filters);
        for (const value of Object.values(canonical)) {
          expect(value).not.toBeUndefined();
          expect(value).not.toBe('');
          expect(value).not.toEqual([]);
        }
        for (const list of LISTS) expect(new Set<unknown>(canonical[list])).toEqual(new Set<unknown>(filters[list]));
        for (const field of SINGLES) expect(canonical[field]).toBe(filters[field]);
      }),
    );
  });

  it('returns filters that match the schema of the API', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        const canonical = canonicalFilters(filters);
        expect(filterSpecSchema.parse(canonical)).toEqual(canonical);
      }),
    );
  });

  it('sorts numbers numerically and keeps a runtime of 0 minutes', () => {
    expect(canonicalFilters({ genres: [35, 10751, 9, 35], with_runtime_gte: 0 })).toEqual({
      genres: [9, 35, 10751],
      with_runtime_gte: 0,
    });
  });

  it('does not mutate its argument', () => {
    const filters: FilterSpec = { genres: [35, 18], region: ['DE', 'AT'] };
    canonicalFilters(filters);
    expect(filters).toEqual({ genres: [35, 18], region: ['DE', 'AT'] });
  });
});

describe('areFiltersEqual and filtersKey', () => {
  it('agree with a deep comparison of canonical filters', () => {
    fc.assert(
      fc.property(filterSpecs(), filterSpecs(), (a, b) => {
        expect(areFiltersEqual(a, b)).toBe(filtersKey(a) === filtersKey(b));
        expect(areFiltersEqual(a, b)).toBe(deeplyEqual(canonicalFilters(a), canonicalFilters(b)));
      }),
    );
  });

  it('distinguish filters that differ by one choice', () => {
    fc.assert(
      fc.property(filterSpecs(), fc.nat(), (filters, genre) => {
        fc.pre(!filters.genres?.includes(genre));
        expect(areFiltersEqual(filters, { ...filters, genres: [...(filters.genres ?? []), genre] })).toBe(false);
      }),
    );
  });

  it('distinguish fields, types and adjacent values', () => {
    const different: FilterSpec[] = [
      {},
      { genres: [1, 2] },
      { keywords: [1, 2] },
      { genres: [12] },
      { with_watch_providers: ['1', '2'] },
      { with_watch_providers: ['1,2'] },
      { with_watch_providers: ['1","2'] },
      { with_runtime_gte: 0 },
      { with_runtime_lte: 0 },
      { with_release_date_gte: '2020-01-01' },
      { with_release_date_lte: '2020-01-01' },
    ];
    expect(new Set(different.map(filtersKey)).size).toBe(different.length);
  });

  it('treat no filters and empty filters as equal', () => {
    const empty = { genres: [], region: [], media_type: undefined, with_release_date_gte: '' };
    expect(areFiltersEqual(undefined, {})).toBe(true);
    expect(areFiltersEqual(empty, undefined)).toBe(true);
    expect(filtersKey(undefined)).toBe('{}');
  });
});

/** Compares deeply without `filtersKey`, which the tests above check. */
function deeplyEqual(a: unknown, b: unknown): boolean {
  try {
    expect(a).toStrictEqual(b);
    return true;
  } catch {
    return false;
  }
}
