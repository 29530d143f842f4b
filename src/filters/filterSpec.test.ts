import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { filterSpecs } from '../../test/arbitraries.js';
import { filterSpecSchema, isOrdered } from './filterSpec.js';

describe('the schema of a filter', () => {
  it('accepts every filter the API has, and changes nothing', () => {
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        expect(filterSpecSchema.parse(filters)).toEqual(filters);
      }),
    );
    expect(filterSpecSchema.parse({})).toEqual({});
  });

  it.each([
    ['a genre that is no whole number', { genres: [1.5] }],
    ['a genre below zero', { genres: [-1] }],
    ['a genre as text', { genres: ['35'] }],
    ['a single genre outside a list', { genres: 35 }],
    ['a keyword that is not a number', { keywords: [Number.NaN] }],
    ['an unknown media type', { media_type: 'film' }],
    ['a region in small letters', { region: ['de'] }],
    ['a region of three letters', { region: ['DEU'] }],
    ['a runtime below zero', { with_runtime_gte: -1 }],
    ['a runtime that never ends', { with_runtime_lte: Infinity }],
    ['a day that is not in the calendar', { with_release_date_gte: '2023-02-29' }],
    ['a moment instead of a day', { with_release_date_lte: '2023-02-28T00:00:00Z' }],
    ['a provider without an id', { with_watch_providers: [''] }],
    ['a provider as a number', { with_watch_providers: [8] }],
    ['null', null],
  ])('refuses %s', (_what, filters) => {
    expect(filterSpecSchema.safeParse(filters).success).toBe(false);
  });

  it.each([
    ['with_runtime_lte', { with_runtime_gte: 120, with_runtime_lte: 90 }],
    ['with_release_date_lte', { with_release_date_gte: '2020-01-02', with_release_date_lte: '2020-01-01' }],
  ])('says of a range upside down, once, that %s is wrong', (field, filters) => {
    const { error } = filterSpecSchema.safeParse(filters);
    expect(error?.issues.map(({ path, message }) => ({ path, message }))).toEqual([
      { path: [field], message: 'lowerAboveUpper' },
    ]);
  });

  it.each(['genres', 'keywords', 'region', 'with_watch_providers'])(
    'takes 1,000 values of %s, and refuses more at once',
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

test('a range is in order where its bounds are, or where an end is open', () => {
  expect(isOrdered(1, 1)).toBe(true);
  expect(isOrdered(9, 10)).toBe(true);
  expect(isOrdered(10, 9)).toBe(false);
  expect(isOrdered('1999-12-31', '2000-01-01')).toBe(true);
  expect(isOrdered('2000-01-01', '1999-12-31')).toBe(false);
  expect(isOrdered(undefined, 0)).toBe(true);
  expect(isOrdered(0, undefined)).toBe(true);
  expect(isOrdered(undefined, undefined)).toBe(true);
});
