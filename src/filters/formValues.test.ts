import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterSpecs, formValues, RELEASE_YEARS } from '../../test/arbitraries.js';
import { en } from '../messages/en.js';
import { canonicalFilters } from './canonicalFilters.js';
import {
  filtersFromFormValues,
  formValuesFromFilters,
  INCOMPLETE,
  payloadFromFormValues,
  type PageFilterFormValues,
} from './formValues.js';
import { pageFilterFormSchema } from './pageFilterFormSchema.js';

const empty = formValuesFromFilters();
const filled = (values: Partial<PageFilterFormValues>): PageFilterFormValues => ({ ...empty, ...values });

/** Returns the issues of form values, such as `runtimeMax: lowerAboveUpperRuntime`. */
function issuesOf(values: Partial<PageFilterFormValues>): string[] {
  const { error } = pageFilterFormSchema.safeParse(filled(values));
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('form values', () => {
  it('round-trip filters', () => {
    fc.assert(
      fc.property(filterSpecs(RELEASE_YEARS), fc.string(), (filters, name) => {
        const values = formValuesFromFilters(filters, name);
        expect(filtersFromFormValues(values)).toEqual(canonicalFilters(filters));
        expect(pageFilterFormSchema.parse(values)).toEqual(payloadFromFormValues(values));
        expect(formValuesFromFilters(filtersFromFormValues(values), name)).toEqual(values);
      }),
    );
  });

  it('are empty without filters', () => {
    const { mediaType, ...others } = empty;
    expect(mediaType).toBe('all');
    expect(others).toMatchObject({ genres: [], runtimeMin: '', releaseTo: '', name: '' });
    expect(Object.values(others).flat().join('')).toBe('');
    expect(filtersFromFormValues(empty)).toEqual({});
    expect(pageFilterFormSchema.parse(empty)).toEqual({});
  });

  it('keep a runtime of 0 minutes', () => {
    expect(formValuesFromFilters({ with_runtime_gte: 0 }).runtimeMin).toBe('0');
    expect(filtersFromFormValues(filled({ runtimeMin: '0' }))).toEqual({ with_runtime_gte: 0 });
  });

  it('become a payload with the keys and types of the API', () => {
    const values = filled({
      mediaType: 'movie',
      genres: ['35', '18', '35'],
      keywords: ['9715'],
      runtimeMin: '090',
      runtimeMax: '120',
      releaseFrom: '1999-12-31',
      releaseTo: '2000-01-01',
      regions: ['DE', 'AT'],
      watchProviders: ['8', '337'],
      name: '  Friday night ',
    });
    expect(pageFilterFormSchema.parse(values)).toEqual({
      pageFilters: {
        genres: [18, 35],
        keywords: [9715],
        media_type: 'movie',
        region: ['AT', 'DE'],
        with_release_date_gte: '1999-12-31',
        with_release_date_lte: '2000-01-01',
        with_runtime_gte: 90,
        with_runtime_lte: 120,
        with_watch_providers: ['337', '8'],
      },
      name: 'Friday night',
    });
  });

  it('leave an empty name and empty filters out of the payload', () => {
    expect(payloadFromFormValues(filled({ name: ' \t ' }))).toStrictEqual({});
    expect(payloadFromFormValues(filled({ name: 'Mine' }))).toStrictEqual({ name: 'Mine' });
    expect(payloadFromFormValues(filled({ mediaType: 'tv' }))).toStrictEqual({ pageFilters: { media_type: 'tv' } });
  });

  it('leave a range open when one of its fields is empty', () => {
    for (const values of [{ runtimeMin: '90' }, { runtimeMax: '90' }, { releaseFrom: '2020-01-01' }]) {
      expect(issuesOf(values)).toEqual([]);
    }
    expect(filtersFromFormValues(filled({ runtimeMax: '90' }))).toEqual({ with_runtime_lte: 90 });
    expect(filtersFromFormValues(filled({ releaseTo: '2020-01-01' }))).toEqual({ with_release_date_lte: '2020-01-01' });
  });
});

describe('pageFilterFormSchema', () => {
  it.each<[what: string, values: Partial<PageFilterFormValues>, issue: string]>([
    ['a half-typed minimum runtime', { runtimeMin: INCOMPLETE }, 'runtimeMin: incompleteNumber'],
    ['a half-typed maximum runtime', { runtimeMax: INCOMPLETE }, 'runtimeMax: incompleteNumber'],
    ['a negative runtime', { runtimeMin: '-1' }, 'runtimeMin: incompleteNumber'],
    ['a fractional runtime', { runtimeMax: '1.5' }, 'runtimeMax: incompleteNumber'],
    ['a half-typed start date', { releaseFrom: INCOMPLETE }, 'releaseFrom: incompleteDate'],
    ['a half-typed end date', { releaseTo: INCOMPLETE }, 'releaseTo: incompleteDate'],
    ['a date before 1870', { releaseFrom: '1869-12-31' }, 'releaseFrom: dateOutOfRange'],
    ['a date after 2100', { releaseTo: '2101-01-01' }, 'releaseTo: dateOutOfRange'],
    ['a date that does not exist', { releaseTo: '2023-02-29' }, 'releaseTo: incompleteDate'],
    ['an invalid genre', { genres: ['35', 'comedy'] }, 'genres.1: invalid'],
    ['an invalid keyword', { keywords: [''] }, 'keywords.0: invalid'],
    ['an invalid region', { regions: ['Germany'] }, 'regions.0: invalid'],
    ['a reversed runtime', { runtimeMin: '120', runtimeMax: '90' }, 'runtimeMax: lowerAboveUpperRuntime'],
    [
      'a runtime that is reversed as numbers but not as text',
      { runtimeMin: '100', runtimeMax: '90' },
      'runtimeMax: lowerAboveUpperRuntime',
    ],
    ['reversed dates', { releaseFrom: '2020-01-02', releaseTo: '2020-01-01' }, 'releaseTo: lowerAboveUpperDate'],
  ])('reports %s once', (_what, values, issue) => {
    expect(issuesOf(values)).toEqual([issue]);
  });

  it('distinguishes half-typed fields from empty ones', () => {
    for (const field of ['runtimeMin', 'runtimeMax', 'releaseFrom', 'releaseTo'] as const) {
      expect(issuesOf({ [field]: '' }), field).toEqual([]);
      expect(issuesOf({ [field]: INCOMPLETE }), field).toHaveLength(1);
    }
  });

  it('reports two reversed ranges together, each on the field of its upper bound', () => {
    const reversed = { runtimeMin: '2', runtimeMax: '1', releaseFrom: '2020-01-02', releaseTo: '2020-01-01' };
    expect(issuesOf(reversed).sort()).toEqual(['releaseTo: lowerAboveUpperDate', 'runtimeMax: lowerAboveUpperRuntime']);
  });

  it('reports only issues that have a message', () => {
    const reported = new Set<string>();
    fc.assert(
      fc.property(formValues, (values) => {
        for (const { message } of pageFilterFormSchema.safeParse(values).error?.issues ?? []) {
          expect(Object.keys(en.fieldErrors)).toContain(message);
          reported.add(message);
        }
      }),
    );
    // The generated values must have produced several kinds of issues.
    expect(reported.size).toBeGreaterThan(3);
  });
});

describe('filtersFromFormValues', () => {
  it('returns the valid parts of a draft', () => {
    const values = filled({
      mediaType: 'tv',
      genres: ['35', 'comedy'],
      runtimeMin: INCOMPLETE,
      runtimeMax: '60',
      releaseFrom: '2023-02-29',
      releaseTo: '2023-12-31',
    });
    expect(filtersFromFormValues(values)).toEqual({
      genres: [35],
      media_type: 'tv',
      with_release_date_lte: '2023-12-31',
      with_runtime_lte: 60,
    });
  });

  it('drops only the reversed range', () => {
    const values = { runtimeMin: '120', runtimeMax: '90', releaseFrom: '2020-01-01', releaseTo: '2020-01-01' };
    expect(filtersFromFormValues(filled(values))).toEqual({
      with_release_date_gte: '2020-01-01',
      with_release_date_lte: '2020-01-01',
    });
  });

  it('returns canonical filters for any draft', () => {
    fc.assert(
      fc.property(formValues, (values) => {
        const filters = filtersFromFormValues(values);
        expect(canonicalFilters(filters)).toEqual(filters);
        expect(payloadFromFormValues(values).pageFilters ?? {}).toEqual(filters);
      }),
    );
  });
});

it('a half-typed date does not hide other issues', () => {
  const values = { ...formValuesFromFilters(), runtimeMin: '120', runtimeMax: '90', releaseFrom: INCOMPLETE };
  const { error } = pageFilterFormSchema.safeParse(values);
  expect(error?.issues.map(({ message }) => message).sort()).toEqual(['incompleteDate', 'lowerAboveUpperRuntime']);
});

it('invalid choices in a draft are left out of the filters', () => {
  const values = {
    ...formValuesFromFilters(),
    regions: ['', 'de', 'DE'],
    watchProviders: ['', '8'],
    genres: ['x', '35'],
  };
  expect(filtersFromFormValues(values)).toEqual({ genres: [35], region: ['DE'], with_watch_providers: ['8'] });
  expect(pageFilterFormSchema.safeParse(values).success).toBe(false);
});
