import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, filterSpecs } from '../../test/arbitraries.js';
import { canonicalFilters } from './canonicalFilters.js';
import { filterFields, filterKinds } from './filterFields.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';
import {
  filtersFromSearchParams,
  filtersToSearchParams,
  MAX_URL_VALUES,
  readFilterParams,
} from './filterSearchParams.js';

const EXAMPLE = 'f=1&f.type=movie&f.genres=35.18&f.runtime=90..120&f.date=2020-01-01..&f.region=DE.AT&f.on=8.337';
const exampleFilters: FilterSpec = {
  genres: [18, 35],
  media_type: 'movie',
  region: ['AT', 'DE'],
  with_release_date_gte: '2020-01-01',
  with_runtime_gte: 90,
  with_runtime_lte: 120,
  with_watch_providers: ['337', '8'],
};
const KEYS = filterKinds.map((kind) => filterFields[kind].urlKey);

/** Reads filters, and asserts that they are canonical and match the schema of the API. */
function readSafely(params: URLSearchParams | string): FilterSpec | undefined {
  const filters = filtersFromSearchParams(params);
  expect(filterSpecSchema.parse(filters ?? {})).toEqual(filters ?? {});
  expect(canonicalFilters(filters)).toEqual(filters ?? {});
  return filters;
}

describe('filtersToSearchParams and filtersFromSearchParams', () => {
  it('round-trip every filter', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        const params = filtersToSearchParams(filters);
        expect(filtersFromSearchParams(params)).toEqual(canonicalFilters(filters));
        expect(filtersFromSearchParams(`?${params}`)).toEqual(canonicalFilters(filters));
      }),
    );
  });

  it('write equal filters as the same parameters', () => {
    const reordered: FilterSpec = { with_watch_providers: ['8', '337', '8'], region: ['DE', 'AT'], genres: [35, 18] };
    expect(String(filtersToSearchParams({ ...exampleFilters, ...reordered }))).toBe(
      String(filtersToSearchParams(exampleFilters)),
    );
  });

  it('use readable keys and values', () => {
    expect(filtersFromSearchParams(EXAMPLE)).toEqual(exampleFilters);
    expect(String(filtersToSearchParams(exampleFilters))).toBe(
      'f=1&f.date=2020-01-01..&f.genres=18.35&f.on=337.8&f.region=AT.DE&f.runtime=90..120&f.type=movie',
    );
    expect(String(filtersToSearchParams({ with_runtime_lte: 90, with_watch_providers: ['a.b_c', '🍿'] }))).toBe(
      'f=1&f.on=a_2e_b_5f_c._1f37f_&f.runtime=..90',
    );
  });

  it('distinguish empty filters from missing filters', () => {
    expect(String(filtersToSearchParams({}))).toBe('f=1');
    expect(filtersFromSearchParams('f=1')).toEqual({});
    expect(filtersFromSearchParams('')).toBeUndefined();
    expect(filtersFromSearchParams('q=dune&genres=35&type=movie')).toBeUndefined();
    expect(filtersFromSearchParams('f=0')).toBeUndefined();
    expect(filtersFromSearchParams('f.genres=&f.runtime=..')).toBeUndefined();
  });

  it('accept parameters without the marker when a filter is present', () => {
    expect(filtersFromSearchParams('f.genres=35')).toEqual({ genres: [35] });
  });

  it('ignore unrelated parameters and keep them unchanged', () => {
    fc.assert(
      fc.property(filterSpecs(), fc.array(fc.tuple(anyText, anyText)), (filters, pairs) => {
        const unrelated = new URLSearchParams(
          pairs.filter(([key]) => key !== 'f' && !KEYS.some((name) => key === `f.${name}`)),
        );
        expect(filtersFromSearchParams(unrelated)).toBeUndefined();
        const before = String(unrelated);
        const params = filtersToSearchParams(filters, unrelated);
        expect(String(unrelated)).toBe(before);
        expect(filtersFromSearchParams(params)).toEqual(canonicalFilters(filters));
        for (const key of ['f', ...KEYS.map((name) => `f.${name}`)]) params.delete(key);
        expect(String(params)).toBe(before);
      }),
    );
  });

  it('replace existing filter parameters, including repeated ones', () => {
    const params = filtersToSearchParams({ genres: [18] }, `q=1&f=1&f=1&f.genres=35&f.genres=28&f.type=tv&f.page=2`);
    expect(String(params)).toBe('q=1&f.page=2&f=1&f.genres=18');
  });

  it('keep filters with different prefixes separate', () => {
    const left = filtersToSearchParams({ genres: [18] }, undefined, { prefix: 'left' });
    const both = filtersToSearchParams({ media_type: 'tv' }, left, { prefix: 'right' });
    expect(String(both)).toBe('left=1&left.genres=18&right=1&right.type=tv');
    expect(filtersFromSearchParams(both, { prefix: 'left' })).toEqual({ genres: [18] });
    expect(filtersFromSearchParams(both, { prefix: 'right' })).toEqual({ media_type: 'tv' });
    expect(filtersFromSearchParams(both)).toBeUndefined();
  });

  it('write and read at most 200 values per key', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => index + 1);
    const first = ids.slice(0, 200);
    expect(MAX_URL_VALUES).toBe(200);
    const params = filtersToSearchParams({ genres: ids, with_watch_providers: ids.map(String) });
    expect(params.get('f.genres')).toBe(first.join('.'));
    expect(params.get('f.on')!.split('.')).toHaveLength(200);
    expect(readSafely(`f.genres=${ids.join('.')}`)).toEqual({ genres: first });
    expect(readSafely(`f.on=${ids.join('.')}`)?.with_watch_providers).toHaveLength(200);
  });
});

describe('filtersFromSearchParams with malformed parameters', () => {
  it('never throws and never returns invalid filters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => readSafely(text)).not.toThrow();
      }),
    );
    const key = fc.constantFrom('f', ...KEYS.map((name) => `f.${name}`));
    const nearly = fc.stringMatching(/^[0-9A-Z._-]*$/);
    const value = fc.oneof(anyText, nearly, fc.constantFrom('1', 'movie', '__proto__', '_110000_', '1..2', '..'));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
        readSafely(new URLSearchParams(pairs));
        readSafely(pairs.map((pair) => pair.join('=')).join('&'));
      }),
      { numRuns: 300 },
    );
  });

  it.each<[what: string, params: string, read: FilterSpec | undefined]>([
    ['inherited property names as values', 'f=1&f.type=__proto__&f.genres=constructor&f.region=__proto__', {}],
    ['inherited property names as keys', '__proto__=1&f.__proto__=1&f.constructor=1&constructor.type=tv', undefined],
    [
      'an inherited property name as provider id',
      'f.on=__proto__.constructor',
      { with_watch_providers: ['__proto__', 'constructor'] },
    ],
    ['a repeated key', 'f=1&f.type=movie&f.type=tv', { media_type: 'movie' }],
    ['a reversed runtime', 'f=1&f.runtime=120..90', {}],
    ['reversed dates', 'f=1&f.date=2021-01-01..2020-01-01', {}],
    ['an impossible date', 'f=1&f.date=2023-02-29..', {}],
    ['an impossible date beside a valid one', 'f.date=2023-02-29..2024-12-31', { with_release_date_lte: '2024-12-31' }],
    ['a date with a time', 'f=1&f.date=2023-02-28T00:00..', {}],
    ['a range of three bounds', 'f=1&f.runtime=1..2..3', {}],
    ['a range without a separator', 'f=1&f.runtime=90&f.date=2020-01-01', {}],
    ['a sign, an exponent and a hexadecimal number', 'f=1&f.keywords=-1.1e3.%2B5.0x10', {}],
    ['a number beyond the safe integers', 'f=1&f.genres=99999999999999999999.35', { genres: [35] }],
    ['some invalid regions', 'f.region=de.DEU.AT.D', { region: ['AT'] }],
    ['gaps and duplicates', 'f.genres=.35..35.&f.on=.8..8.', { genres: [35], with_watch_providers: ['8'] }],
    [
      'an escape for an invalid character',
      'f.on=_110000_._ffffff_._2e',
      { with_watch_providers: ['_110000_', '_2e', '_ffffff_'] },
    ],
    ['an invalid key beside a valid one', 'f.runtime=9..1&f.type=tv', { media_type: 'tv' }],
    ['malformed percent encoding', 'f=1&f.on=%&f.genres=%zz', { with_watch_providers: ['%'] }],
  ])('handles %s', (_what, params, read) => {
    expect(readSafely(params)).toEqual(read);
    expect(Object.getPrototypeOf(readSafely(params) ?? {})).toBe(Object.prototype);
  });
});

it('large safe integers do not change in a round trip through a URL', () => {
  const filters = { genres: [Number.MAX_SAFE_INTEGER], with_runtime_lte: 2 ** 52 };
  expect(filtersFromSearchParams(filtersToSearchParams(filters))).toEqual(filters);
});

describe('readFilterParams', () => {
  it.each([
    ['f=2', ['f']],
    ['f=1&f.genres=35.x', ['f.genres']],
    ['f.genres=18,35', ['f.genres']],
    ['f.type=film', ['f.type']],
    ['f.region=de.AT', ['f.region']],
    ['f.runtime=90', ['f.runtime']],
    ['f.runtime=90..soon', ['f.runtime']],
    ['f.runtime=120..90', ['f.runtime']],
    ['f.date=2023-02-30..', ['f.date']],
    ['f.date=2020-01-01..2023-02-30', ['f.date']],
    [`f.on=${'8.'.repeat(MAX_URL_VALUES)}9`, ['f.on']],
    ['f=1&f.genres=&f.runtime=..&f.type=tv', []],
    ['f=1&f.more=1&genres=x', []],
  ])('reports the ignored parameters of %s', (params, names) => {
    expect(readFilterParams(params).ignored).toEqual(names);
  });

  it('reports no parameter that filtersToSearchParams wrote', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        expect(readFilterParams(filtersToSearchParams(filters)).ignored).toEqual([]);
      }),
    );
  });
});
