import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, filterSpecs } from '../../test/arbitraries.js';
import { canonicalFilters } from './canonicalFilters.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';
import { filtersFromSearchParams, filtersToSearchParams, readFilterParams } from './filterSearchParams.js';
import { MAX_URL_VALUES } from './filterParamText.js';

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
const KEYS = ['type', 'genres', 'keywords', 'runtime', 'date', 'region', 'on'];

/** Reads, and promises that what is read is canonical and would be accepted by the API. */
function readSafely(params: URLSearchParams | string): FilterSpec | undefined {
  const filters = filtersFromSearchParams(params);
  expect(filterSpecSchema.parse(filters ?? {})).toEqual(filters ?? {});
  expect(canonicalFilters(filters)).toEqual(filters ?? {});
  return filters;
}

describe('a link to filters', () => {
  it('brings back every filter that was written into it', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        const params = filtersToSearchParams(filters);
        expect(filtersFromSearchParams(params)).toEqual(canonicalFilters(filters));
        expect(filtersFromSearchParams(`?${params}`)).toEqual(canonicalFilters(filters));
      }),
    );
  });

  it('is the same for equal filters', () => {
    const turned: FilterSpec = { with_watch_providers: ['8', '337', '8'], region: ['DE', 'AT'], genres: [35, 18] };
    expect(String(filtersToSearchParams({ ...exampleFilters, ...turned }))).toBe(
      String(filtersToSearchParams(exampleFilters)),
    );
  });

  it('can be read by a person', () => {
    expect(filtersFromSearchParams(EXAMPLE)).toEqual(exampleFilters);
    expect(String(filtersToSearchParams(exampleFilters))).toBe(
      'f=1&f.date=2020-01-01..&f.genres=18.35&f.on=337.8&f.region=AT.DE&f.runtime=90..120&f.type=movie',
    );
    expect(String(filtersToSearchParams({ with_runtime_lte: 90, with_watch_providers: ['a.b_c', '🍿'] }))).toBe(
      'f=1&f.on=a_2e_b_5f_c._1f37f_&f.runtime=..90',
    );
  });

  it('tells "no filter, applied" from saying nothing', () => {
    expect(String(filtersToSearchParams({}))).toBe('f=1');
    expect(filtersFromSearchParams('f=1')).toEqual({});
    expect(filtersFromSearchParams('')).toBeUndefined();
    expect(filtersFromSearchParams('q=dune&genres=35&type=movie')).toBeUndefined();
    expect(filtersFromSearchParams('f=0')).toBeUndefined();
    expect(filtersFromSearchParams('f.genres=&f.runtime=..')).toBeUndefined();
  });

  it('may leave out the marker where it names a filter', () => {
    expect(filtersFromSearchParams('f.genres=35')).toEqual({ genres: [35] });
  });

  it('leaves what belongs to others alone', () => {
    fc.assert(
      fc.property(filterSpecs(), fc.array(fc.tuple(anyText, anyText)), (filters, pairs) => {
        const foreign = new URLSearchParams(
          pairs.filter(([key]) => key !== 'f' && !KEYS.some((own) => key === `f.${own}`)),
        );
        expect(filtersFromSearchParams(foreign)).toBeUndefined();
        const before = String(foreign);
        const params = filtersToSearchParams(filters, foreign);
        expect(String(foreign)).toBe(before);
        expect(filtersFromSearchParams(params)).toEqual(canonicalFilters(filters));
        for (const key of ['f', ...KEYS.map((own) => `f.${own}`)]) params.delete(key);
        expect(String(params)).toBe(before);
      }),
    );
  });

  it('replaces the filters that were there before, also where they were said twice', () => {
    const params = filtersToSearchParams({ genres: [18] }, `q=1&f=1&f=1&f.genres=35&f.genres=28&f.type=tv&f.page=2`);
    expect(String(params)).toBe('q=1&f.page=2&f=1&f.genres=18');
  });

  it('can use a prefix of its own, beside another', () => {
    const left = filtersToSearchParams({ genres: [18] }, undefined, { prefix: 'left' });
    const both = filtersToSearchParams({ media_type: 'tv' }, left, { prefix: 'right' });
    expect(String(both)).toBe('left=1&left.genres=18&right=1&right.type=tv');
    expect(filtersFromSearchParams(both, { prefix: 'left' })).toEqual({ genres: [18] });
    expect(filtersFromSearchParams(both, { prefix: 'right' })).toEqual({ media_type: 'tv' });
    expect(filtersFromSearchParams(both)).toBeUndefined();
  });

  it('carries at most 200 values a key, both ways', () => {
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

describe('a link somebody tampered with', () => {
  it('never throws and never gives filters the API would refuse, whatever it says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => readSafely(text)).not.toThrow();
      }),
    );
    const key = fc.constantFrom('f', ...KEYS.map((own) => `f.${own}`));
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
    ['names from the language', 'f=1&f.type=__proto__&f.genres=constructor&f.region=__proto__', {}],
    ['keys from the language', '__proto__=1&f.__proto__=1&f.constructor=1&constructor.type=tv', undefined],
    [
      'a provider with such a name',
      'f.on=__proto__.constructor',
      { with_watch_providers: ['__proto__', 'constructor'] },
    ],
    ['a key said twice', 'f=1&f.type=movie&f.type=tv', { media_type: 'movie' }],
    ['a runtime upside down', 'f=1&f.runtime=120..90', {}],
    ['dates upside down', 'f=1&f.date=2021-01-01..2020-01-01', {}],
    ['an impossible date', 'f=1&f.date=2023-02-29..', {}],
    ['a date with a time', 'f=1&f.date=2023-02-28T00:00..', {}],
    ['a range of three', 'f=1&f.runtime=1..2..3', {}],
    ['a range that is none', 'f=1&f.runtime=90&f.date=2020-01-01', {}],
    ['a fraction, a sign, an exponent', 'f=1&f.keywords=-1.1e3.%2B5.0x10', {}],
    ['numbers beyond all ids', 'f=1&f.genres=99999999999999999999.35', { genres: [35] }],
    ['some regions that are none', 'f.region=de.DEU.AT.D', { region: ['AT'] }],
    ['gaps and repeats', 'f.genres=.35..35.&f.on=.8..8.', { genres: [35], with_watch_providers: ['8'] }],
    [
      'an escape of no character',
      'f.on=_110000_._ffffff_._2e',
      { with_watch_providers: ['_110000_', '_2e', '_ffffff_'] },
    ],
    ['one bad key beside a good one', 'f.runtime=9..1&f.type=tv', { media_type: 'tv' }],
    ['broken percent signs', 'f=1&f.on=%&f.genres=%zz', { with_watch_providers: ['%'] }],
  ])('is harmless with %s', (_what, params, read) => {
    expect(readSafely(params)).toEqual(read);
    expect(Object.getPrototypeOf(readSafely(params) ?? {})).toBe(Object.prototype);
  });
});

it('numbers as large as the API takes survive a link', () => {
  const filters = { genres: [Number.MAX_SAFE_INTEGER], with_runtime_lte: 2 ** 52 };
  expect(filtersFromSearchParams(filtersToSearchParams(filters))).toEqual(filters);
});

describe('what cannot be read', () => {
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
    [`f.on=${'8.'.repeat(MAX_URL_VALUES)}9`, ['f.on']],
    ['f=1&f.genres=&f.runtime=..&f.type=tv', []],
    ['f=1&f.more=1&genres=x', []],
  ])('of %s is named', (params, names) => {
    expect(readFilterParams(params).ignored).toEqual(names);
  });

  it('is nothing of what was written', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        expect(readFilterParams(filtersToSearchParams(filters)).ignored).toEqual([]);
      }),
    );
  });
});
