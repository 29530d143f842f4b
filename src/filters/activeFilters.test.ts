import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterSpecs, RELEASE_YEARS } from '../../test/arbitraries.js';
import { de } from '../locales/de.js';
import { activeFilters, withoutFilter } from './activeFilters.js';
import { canonicalFilters } from './canonicalFilters.js';
import { filterFields, filterKinds } from './filterFields.js';
import type { FilterSpec } from './filterSpec.js';

const everything: FilterSpec = {
  with_watch_providers: ['8'],
  region: ['DE', 'AT'],
  with_release_date_gte: '2010-01-01',
  with_release_date_lte: '2019-12-31',
  with_runtime_gte: 90,
  with_runtime_lte: 120,
  media_type: 'movie',
  keywords: [9715],
  genres: [35, 18],
};
const labels = (filters: FilterSpec) => activeFilters(filters).map(({ label }) => label);

describe('activeFilters', () => {
  it('returns the filters in form order, each with its label', () => {
    expect(activeFilters(everything)).toEqual([
      { kind: 'mediaType', id: 'movie', label: 'Movies' },
      { kind: 'watchProviders', id: '8', label: 'Netflix' },
      { kind: 'genres', id: '18', label: 'Drama' },
      { kind: 'genres', id: '35', label: 'Comedy' },
      { kind: 'runtime', label: '90–120 min' },
      { kind: 'releaseDate', label: '2010 – 2019' },
      { kind: 'regions', id: 'AT', label: 'Austria' },
      { kind: 'regions', id: 'DE', label: 'Germany' },
      { kind: 'keywords', id: '9715', label: '9715' },
    ]);
  });

  it('counts a range as one filter, whether or not an end is open', () => {
    expect(labels({ with_runtime_gte: 90 })).toEqual(['At least 90 min']);
    expect(labels({ with_runtime_lte: 120 })).toEqual(['Up to 120 min']);
    expect(labels({ with_runtime_gte: 90, with_runtime_lte: 120 })).toEqual(['90–120 min']);
    expect(labels({ with_runtime_gte: 0 })).toEqual(['At least 0 min']);
    expect(labels({ with_release_date_gte: '2020-01-01' })).toEqual(['Since 2020']);
    expect(labels({ with_release_date_gte: '2020-01-01', with_release_date_lte: '2020-12-31' })).toEqual(['2020']);
  });

  it('counts repeated choices once and ignores empty values', () => {
    expect(labels({ genres: [35, 35], region: [] })).toEqual(['Comedy']);
    expect(activeFilters({})).toEqual([]);
    fc.assert(
      fc.property(filterSpecs(RELEASE_YEARS), (filters) => {
        const counts = filterKinds.map((kind) => {
          const values = filterFields[kind].keys.map((key) => filters[key]);
          const chosen = values.flatMap((value) => (Array.isArray(value) ? [...new Set<unknown>(value)] : []));
          return chosen.length || Number(values.some((value) => value !== undefined && !Array.isArray(value)));
        });
        expect(activeFilters(filters)).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  it('uses the id as the label when the vocabulary has no name for it', () => {
    const unknown: FilterSpec = { genres: [1], region: ['QQ'], with_watch_providers: ['__proto__', 'a.b'] };
    expect(labels(unknown)).toEqual(['__proto__', 'a.b', '1', 'QQ']);
  });

  it('uses the given messages and the labels of a custom vocabulary', () => {
    const german = { locale: 'de', messages: de };
    expect(activeFilters(everything, german).map(({ label }) => label)).toEqual([
      'Filme',
      'Netflix',
      'Drama',
      'Komödie',
      '90–120 Min.',
      '2010 – 2019',
      'Österreich',
      'Deutschland',
      '9715',
    ]);
    const labelOf = (kind: string, id: string) => (id === '9715' ? `${kind}: superhero` : undefined);
    expect(activeFilters({ keywords: [9715, 1] }, { labelOf }).map(({ label }) => label)).toEqual([
      '1',
      'keywords: superhero',
    ]);
  });
});

describe('withoutFilter', () => {
  it('removes only the given filter', () => {
    const active = activeFilters(everything);
    for (const filter of active) {
      expect(activeFilters(withoutFilter(everything, filter))).toEqual(active.filter((other) => other !== filter));
    }
  });

  it('keeps a genre for all types when the type is removed, with its twin of series', () => {
    const filters: FilterSpec = { media_type: 'movie', genres: [28, 35] };
    const rest = withoutFilter(filters, { kind: 'mediaType', id: 'movie' });
    expect(rest).toStrictEqual(canonicalFilters({ genres: [28, 35, 10759] }));
  });

  it('returns empty filters once every active filter is removed, in any order', () => {
    const anyOrder = filterSpecs(RELEASE_YEARS).chain((filters) => {
      const active = activeFilters(filters);
      return fc.tuple(fc.constant(filters), fc.shuffledSubarray(active, { minLength: active.length }));
    });
    fc.assert(
      fc.property(anyOrder, ([filters, active]) => {
        let rest = filters;
        for (const filter of active) {
          const before = activeFilters(rest).length;
          rest = withoutFilter(rest, filter);
          expect(activeFilters(rest)).toHaveLength(before - 1);
        }
        expect(rest).toStrictEqual({});
      }),
      { numRuns: 25 },
    );
  });

  it('changes nothing when the filter is not active, and never mutates its argument', () => {
    const filters: FilterSpec = { genres: [35, 18] };
    expect(withoutFilter(filters, { kind: 'genres', id: '28' })).toEqual(canonicalFilters(filters));
    expect(withoutFilter(filters, { kind: 'runtime' })).toEqual(canonicalFilters(filters));
    expect(withoutFilter(filters, { kind: 'watchProviders', id: '35' })).toEqual(canonicalFilters(filters));
    expect(withoutFilter(filters, { kind: 'genres', id: '35' })).toEqual({ genres: [18] });
    expect(filters).toEqual({ genres: [35, 18] });
  });

  it('distinguishes ids that start with the same characters', () => {
    expect(withoutFilter({ genres: [1, 10, 100] }, { kind: 'genres', id: '10' })).toEqual({ genres: [1, 100] });
    expect(withoutFilter({ with_watch_providers: ['8', '08'] }, { kind: 'watchProviders', id: '8' })).toEqual({
      with_watch_providers: ['08'],
    });
  });
});
