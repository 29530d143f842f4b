import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDates } from '../../test/arbitraries.js';
import { localePacks } from '../../test/support/localePacks.js';
import { activeFilters } from './activeFilters.js';
import { describeFilter } from './describeFilter.js';
import type { FilterSpec } from './filterSpec.js';
import { formatCalendarDate, formatYear, wholeYears } from './values.js';

const released = (from?: string, to?: string): FilterSpec => ({
  ...(from && { with_release_date_gte: from }),
  ...(to && { with_release_date_lte: to }),
});
const chip = (filters: FilterSpec, options?: Parameters<typeof activeFilters>[1]) =>
  activeFilters(filters, options).map(({ label }) => label);

describe('formatCalendarDate', () => {
  it('keeps the day in every time zone', () => {
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    fc.assert(
      fc.property(calendarDates(1870, 2100), (date) => {
        const [year, month, day] = date.split('-').map(Number) as [number, number, number];
        expect(formatCalendarDate(date, 'en')).toBe(`${months[month - 1]} ${day}, ${year}`);
        expect(formatCalendarDate(date, 'de')).toBe(date.split('-').toReversed().join('.'));
      }),
    );
  });

  it('keeps the day near daylight saving changes and at the start and end of a year', () => {
    const days = ['2024-03-31', '2024-10-27', '2024-12-31', '2025-01-01', '1970-01-01', '1994-12-31', '1995-01-01'];
    expect(days.map((day) => formatCalendarDate(day, 'de'))).toEqual([
      '31.03.2024',
      '27.10.2024',
      '31.12.2024',
      '01.01.2025',
      '01.01.1970',
      '31.12.1994',
      '01.01.1995',
    ]);
  });

  it('formats the dates in the sentence and on the chip', () => {
    fc.assert(
      fc.property(calendarDates(1870, 2100), (date) => {
        fc.pre(!date.endsWith('-01-01') && !date.endsWith('-12-31'));
        for (const [locale, messages] of Object.entries(localePacks)) {
          const words = formatCalendarDate(date, locale);
          for (const filters of [released(date), released(undefined, date), released(date, date)]) {
            expect(describeFilter(filters, { locale, messages })).toContain(words);
            expect(chip(filters, { locale, messages })[0]).toContain(words);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('formatYear', () => {
  it('keeps the year in every time zone', () => {
    for (const year of ['1870', '1970', '2024', '2100']) expect(formatYear(year, 'en')).toBe(year);
  });

  it('uses the year format and digits of the locale, in the Gregorian calendar', () => {
    expect(['ja', 'ko', 'zh-TW', 'ar-EG', 'pt-PT'].map((locale) => formatYear('2024', locale))).toEqual([
      '2024年',
      '2024년',
      '2024年',
      '٢٠٢٤',
      '2024',
    ]);
    expect(formatYear('2024', 'th')).toContain('2024');
  });

  it('returns text that is not a year unchanged', () => {
    expect(formatYear('soon', 'en')).toBe('soon');
  });
});

describe('the text of a release date range', () => {
  it.each([
    [released('2020-01-01'), 'released since 2020', 'Since 2020'],
    [released(undefined, '2019-12-31'), 'released up to 2019', 'Up to 2019'],
    [released('2010-01-01', '2019-12-31'), 'released from 2010 to 2019', '2010 – 2019'],
    [released('2024-01-01', '2024-12-31'), 'released in 2024', '2024'],
    [released('2020-01-02'), 'released since Jan 2, 2020', 'Since Jan 2, 2020'],
    [released(undefined, '2020-01-01'), 'released up to Jan 1, 2020', 'Up to Jan 1, 2020'],
    [released('2020-02-01'), 'released since Feb 1, 2020', 'Since Feb 1, 2020'],
    [released(undefined, '2020-01-31'), 'released up to Jan 31, 2020', 'Up to Jan 31, 2020'],
    [released('2020-12-31'), 'released since Dec 31, 2020', 'Since Dec 31, 2020'],
    [released('2020-01-01', '2020-06-30'), 'released from Jan 1, 2020 to Jun 30, 2020', 'Jan 1, 2020 – Jun 30, 2020'],
    [released('2020-02-29', '2020-12-31'), 'released from Feb 29, 2020 to Dec 31, 2020', 'Feb 29, 2020 – Dec 31, 2020'],
  ])('for %j is "%s"', (filters, clause, label) => {
    expect(describeFilter(filters)).toBe(`Movies and series, ${clause}`);
    expect(chip(filters)).toEqual([label]);
  });

  it('shows only years when the range starts on January 1 and ends on December 31, even if one end is open', () => {
    expect(wholeYears('2020-01-01', '2021-12-31')).toEqual({ from: '2020', to: '2021' });
    expect(wholeYears('2020-01-01', undefined)).toEqual({ from: '2020' });
    expect(wholeYears(undefined, '2020-12-31')).toEqual({ to: '2020' });
    expect(wholeYears('2020-01-02', '2021-12-31')).toBeUndefined();
    expect(wholeYears('2020-01-01', '2021-12-30')).toBeUndefined();
  });
});
