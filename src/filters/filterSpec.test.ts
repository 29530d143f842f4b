import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { filterSpecs } from '../../test/arbitraries.js';
import { filterSpecSchema } from './filterSpec.js';
import { isOrdered } from './values.js';

describe('filterSpecSchema', () => {
  it('accepts all valid filters and does not change them', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        expect(filterSpecSchema.parse(filters)).toEqual(filters);
      }),
    );
    expect(filterSpecSchema.parse({})).toEqual({});
  });

  it.each([
    ['a fractional genre id', { genres: [1.5] }],
    ['a negative genre id', { genres: [-1] }],
    ['a genre id as text', { genres: ['35'] }],
    ['a genre id outside a list', { genres: 35 }],
    ['a NaN keyword id', { keywords: [Number.NaN] }],
    ['an unknown media type', { media_type: 'film' }],
    ['a region in lower case', { region: ['de'] }],
    ['a region code of three letters', { region: ['DEU'] }],
    ['a negative runtime', { with_runtime_gte: -1 }],
    ['an infinite runtime', { with_runtime_lte: Infinity }],
    ['a date that does not exist', { with_release_date_gte: '2023-02-29' }],
    ['a date with a time', { with_release_date_lte: '2023-02-28T00:00:00Z' }],
    ['an empty provider id', { with_watch_providers: [''] }],
    ['a provider id as a number', { with_watch_providers: [8] }],
    ['null', null],
  ])('rejects %s', (_what, filters) => {
    expect(filterSpecSchema.safeParse(filters).success).toBe(false);
  });

  it.each([
    ['with_runtime_lte', { with_runtime_gte: 120, with_runtime_lte: 90 }],
    ['with_release_date_lte', { with_release_date_gte: '2020-01-02', with_release_date_lte: '2020-01-01' }],
  ])('reports a reversed range once, on %s', (field, filters) => {
    const { error } = filterSpecSchema.safeParse(filters);
    expect(error?.issues.map(({ path, message }) => ({ path, message }))).toEqual([
      { path: [field], message: 'lowerAboveUpper' },
    ]);
  });

  it.each(['genres', 'keywords', 'region', 'with_watch_providers'])(
    'accepts 1,000 values of %s, and rejects longer lists without checking their values',
    (field) => {
      const value = { region: 'DE', with_watch_providers: '8' }[field] ?? 18;
      expect(filterSpecSchema.safeParse({ [field]: Array.from({ length: 1_000 }, () => value) }).success).toBe(true);
      const { error } = filterSpecSchema.safeParse({ [field]: Array.from({ length: 1_001 }, () => null) });
      expect(error?.issues).toMatchObject([{ code: 'too_big', path: [field] }]);
    },
  );

  it('accepts a range of a single value', () => {
    const filters = {
      with_runtime_gte: 90,
      with_runtime_lte: 90,
      with_release_date_gte: '2020-02-29',
      with_release_date_lte: '2020-02-29',
    };
    expect(filterSpecSchema.parse(filters)).toEqual(filters);
  });
});

test('isOrdered accepts bounds in ascending order and open ends', () => {
  expect(isOrdered(1, 1)).toBe(true);
  expect(isOrdered(9, 10)).toBe(true);
  expect(isOrdered(10, 9)).toBe(false);
  expect(isOrdered('1999-12-31', '2000-01-01')).toBe(true);
  expect(isOrdered('2000-01-01', '1999-12-31')).toBe(false);
  expect(isOrdered(undefined, 0)).toBe(true);
  expect(isOrdered(0, undefined)).toBe(true);
  expect(isOrdered(undefined, undefined)).toBe(true);
});
