import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterSpecs, formValues, RELEASE_YEARS } from '../../test/arbitraries.js';
import { en } from '../messages/en.js';
import { canonicalFilters } from './canonicalFilters.js';
import {
  filtersFromFormValues,
  formValuesFromFilters,
  INCOMPLETE,
  pageFilterFormSchema,
  payloadFromFormValues,
  type PageFilterFormValues,
} from './formValues.js';

const empty = formValuesFromFilters();
const filled = (values: Partial<PageFilterFormValues>): PageFilterFormValues => ({ ...empty, ...values });

/** The complaints about some values, such as `runtimeMax: lowerAboveUpperRuntime`. */
function complaints(values: Partial<PageFilterFormValues>): string[] {
  const { error } = pageFilterFormSchema.safeParse(filled(values));
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the form', () => {
  it('shows filters and gives the same filters back', () => {
    fc.assert(
      fc.property(filterSpecs(RELEASE_YEARS), fc.string(), (filters, name) => {
        const values = formValuesFromFilters(filters, name);
        expect(filtersFromFormValues(values)).toEqual(canonicalFilters(filters));
        expect(pageFilterFormSchema.parse(values)).toEqual(payloadFromFormValues(values));
        expect(formValuesFromFilters(filtersFromFormValues(values), name)).toEqual(values);
      }),
    );
  });

  it('is empty where nothing is filtered', () => {
    expect(empty).toEqual({
      mediaType: 'all',
      genres: [],
      keywords: [],
      runtimeMin: '',
      runtimeMax: '',
      releaseFrom: '',
      releaseTo: '',
      regions: [],
      watchProviders: [],
      name: '',
    });
    expect(filtersFromFormValues(empty)).toEqual({});
    expect(pageFilterFormSchema.parse(empty)).toEqual({});
  });

  it('shows a runtime of no minutes as 0, not as empty', () => {
    expect(formValuesFromFilters({ with_runtime_gte: 0 }).runtimeMin).toBe('0');
    expect(filtersFromFormValues(filled({ runtimeMin: '0' }))).toEqual({ with_runtime_gte: 0 });
  });

  it('sends what a person has put in, spelled as the API spells it', () => {
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

  it('sends neither an empty name nor empty filters', () => {
    expect(payloadFromFormValues(filled({ name: ' \t ' }))).toStrictEqual({});
    expect(payloadFromFormValues(filled({ name: 'Mine' }))).toStrictEqual({ name: 'Mine' });
    expect(payloadFromFormValues(filled({ mediaType: 'tv' }))).toStrictEqual({ pageFilters: { media_type: 'tv' } });
  });

  it('leaves the end of a range open where a person leaves the field empty', () => {
    for (const values of [{ runtimeMin: '90' }, { runtimeMax: '90' }, { releaseFrom: '2020-01-01' }]) {
      expect(complaints(values)).toEqual([]);
    }
    expect(filtersFromFormValues(filled({ runtimeMax: '90' }))).toEqual({ with_runtime_lte: 90 });
    expect(filtersFromFormValues(filled({ releaseTo: '2020-01-01' }))).toEqual({ with_release_date_lte: '2020-01-01' });
  });
});

describe('what the form refuses', () => {
  it.each<[what: string, values: Partial<PageFilterFormValues>, complaint: string]>([
    ['a half-typed runtime', { runtimeMin: INCOMPLETE }, 'runtimeMin: incompleteNumber'],
    ['a half-typed longest runtime', { runtimeMax: INCOMPLETE }, 'runtimeMax: incompleteNumber'],
    ['a runtime below zero', { runtimeMin: '-1' }, 'runtimeMin: incompleteNumber'],
    ['a runtime with a fraction', { runtimeMax: '1.5' }, 'runtimeMax: incompleteNumber'],
    ['a half-typed first date', { releaseFrom: INCOMPLETE }, 'releaseFrom: incompleteDate'],
    ['a half-typed last date', { releaseTo: INCOMPLETE }, 'releaseTo: incompleteDate'],
    ['a date before films', { releaseFrom: '1869-12-31' }, 'releaseFrom: dateOutOfRange'],
    ['a date too far ahead', { releaseTo: '2101-01-01' }, 'releaseTo: dateOutOfRange'],
    ['a day that is not in the calendar', { releaseTo: '2023-02-29' }, 'releaseTo: dateOutOfRange'],
    ['a genre that is none', { genres: ['35', 'comedy'] }, 'genres.1: invalid'],
    ['a keyword that is none', { keywords: [''] }, 'keywords.0: invalid'],
    ['a region that is none', { regions: ['Germany'] }, 'regions.0: invalid'],
    ['a runtime upside down', { runtimeMin: '120', runtimeMax: '90' }, 'runtimeMax: lowerAboveUpperRuntime'],
    [
      'a runtime upside down as numbers go',
      { runtimeMin: '100', runtimeMax: '90' },
      'runtimeMax: lowerAboveUpperRuntime',
    ],
    ['dates upside down', { releaseFrom: '2020-01-02', releaseTo: '2020-01-01' }, 'releaseTo: lowerAboveUpperDate'],
  ])('is %s, and it says so once', (_what, values, complaint) => {
    expect(complaints(values)).toEqual([complaint]);
  });

  it('is never taken for an empty field', () => {
    for (const field of ['runtimeMin', 'runtimeMax', 'releaseFrom', 'releaseTo'] as const) {
      expect(complaints({ [field]: '' }), field).toEqual([]);
      expect(complaints({ [field]: INCOMPLETE }), field).toHaveLength(1);
    }
  });

  it('is told field by field, two ranges at once too', () => {
    const upsideDown = { runtimeMin: '2', runtimeMax: '1', releaseFrom: '2020-01-02', releaseTo: '2020-01-01' };
    expect(complaints(upsideDown).sort()).toEqual([
      'releaseTo: lowerAboveUpperDate',
      'runtimeMax: lowerAboveUpperRuntime',
    ]);
  });

  it('is always told in words a person has', () => {
    const said = new Set<string>();
    fc.assert(
      fc.property(formValues, (values) => {
        for (const { message } of pageFilterFormSchema.safeParse(values).error?.issues ?? []) {
          expect(Object.keys(en.fieldErrors)).toContain(message);
          said.add(message);
        }
      }),
    );
    // So that the promise above is not kept by refusing nothing.
    expect(said.size).toBeGreaterThan(3);
  });
});

describe('a draft', () => {
  it('gives the part that is right, whatever else stands in it', () => {
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

  it('leaves out a range upside down, and only that', () => {
    const values = { runtimeMin: '120', runtimeMax: '90', releaseFrom: '2020-01-01', releaseTo: '2020-01-01' };
    expect(filtersFromFormValues(filled(values))).toEqual({
      with_release_date_gte: '2020-01-01',
      with_release_date_lte: '2020-01-01',
    });
  });

  it('can be shown at any moment', () => {
    fc.assert(
      fc.property(formValues, (values) => {
        const filters = filtersFromFormValues(values);
        expect(canonicalFilters(filters)).toEqual(filters);
        expect(payloadFromFormValues(values).pageFilters ?? {}).toEqual(filters);
      }),
    );
  });
});

it('a half-typed date hides no other complaint', () => {
  const values = { ...formValuesFromFilters(), runtimeMin: '120', runtimeMax: '90', releaseFrom: INCOMPLETE };
  const { error } = pageFilterFormSchema.safeParse(values);
  expect(error?.issues.map(({ message }) => message).sort()).toEqual(['incompleteDate', 'lowerAboveUpperRuntime']);
});

it('a draft gives only filters the API accepts, whatever stands in it', () => {
  const values = {
    ...formValuesFromFilters(),
    regions: ['', 'de', 'DE'],
    watchProviders: ['', '8'],
    genres: ['x', '35'],
  };
  expect(filtersFromFormValues(values)).toEqual({ genres: [35], region: ['DE'], with_watch_providers: ['8'] });
  expect(pageFilterFormSchema.safeParse(values).success).toBe(false);
});
