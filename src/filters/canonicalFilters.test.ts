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

/** The same filter said differently: lists turned round and partly said twice, fields in another order. */
function saidDifferently(filters: FilterSpec): FilterSpec {
  const fields = Object.entries(filters).toReversed();
  return Object.fromEntries(
    fields.map(([field, value]) => [field, Array.isArray(value) ? [...value.slice(1), ...value.toReversed()] : value]),
  );
}

describe('canonical filters', () => {
  it('are the same however often they are made', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        const canonical = canonicalFilters(filters);
        expect(canonicalFilters(canonical)).toEqual(canonical);
        expect(JSON.stringify(canonicalFilters(canonical))).toBe(JSON.stringify(canonical));
      }),
    );
  });

  it('are the same in whatever order and however often a choice is said', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        const other = saidDifferently(filters);
        expect(canonicalFilters(other)).toEqual(canonicalFilters(filters));
        expect(filtersKey(other)).toBe(filtersKey(filters));
        expect(areFiltersEqual(other, filters)).toBe(true);
      }),
    );
  });

  it('hold nothing empty, and nothing the filters did not say', () => {
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

  it('are filters the API accepts', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        const canonical = canonicalFilters(filters);
        expect(filterSpecSchema.parse(canonical)).toEqual(canonical);
      }),
    );
  });

  it('sort numbers as numbers and keep a runtime of no minutes', () => {
    expect(canonicalFilters({ genres: [35, 10751, 9, 35], with_runtime_gte: 0 })).toEqual({
      genres: [9, 35, 10751],
      with_runtime_gte: 0,
    });
  });

  it('leave the filters they are made from as they were', () => {
    const filters: FilterSpec = { genres: [35, 18], region: ['DE', 'AT'] };
    canonicalFilters(filters);
    expect(filters).toEqual({ genres: [35, 18], region: ['DE', 'AT'] });
  });
});

describe('equal filters', () => {
  it('have the same key, and only they', () => {
    fc.assert(
      fc.property(filterSpecs(), filterSpecs(), (a, b) => {
        expect(areFiltersEqual(a, b)).toBe(filtersKey(a) === filtersKey(b));
        expect(areFiltersEqual(a, b)).toBe(deeplyEqual(canonicalFilters(a), canonicalFilters(b)));
      }),
    );
  });

  it('stay apart when one choice more is made', () => {
    fc.assert(
      fc.property(filterSpecs(), fc.nat(), (filters, genre) => {
        fc.pre(!filters.genres?.includes(genre));
        expect(areFiltersEqual(filters, { ...filters, genres: [...(filters.genres ?? []), genre] })).toBe(false);
      }),
    );
  });

  it('do not mix up fields, types or neighbours', () => {
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

  it('see no filters and empty filters as the same', () => {
    const empty = { genres: [], region: [], media_type: undefined, with_release_date_gte: '' };
    expect(areFiltersEqual(undefined, {})).toBe(true);
    expect(areFiltersEqual(empty, undefined)).toBe(true);
    expect(filtersKey(undefined)).toBe('{}');
  });
});

/** Compares by asking the test library, which knows nothing of keys. */
function deeplyEqual(a: unknown, b: unknown): boolean {
  try {
    expect(a).toStrictEqual(b);
    return true;
  } catch {
    return false;
  }
}
