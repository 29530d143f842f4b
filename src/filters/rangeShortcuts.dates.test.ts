import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { calendarDates } from '../../test/arbitraries.js';
import { filterFields } from './filterFields.js';
import { filterSpecSchema } from './filterSpec.js';
import { readBound } from './formValues.js';
import { releaseDateShortcuts } from './rangeShortcuts.js';

afterEach(() => void vi.useRealTimers());

const ranges = (day?: string) =>
  releaseDateShortcuts(day).map(({ id, decade, lower, upper }) => `${decade ?? id} ${lower} ${upper}`);

describe('releaseDateShortcuts', () => {
  it('offers this year, the last five years and the decades back to the 1980s', () => {
    expect(ranges('2025-06-15')).toEqual([
      'thisYear 2025-01-01 2025-12-31',
      'last5Years 2021-01-01 2025-12-31',
      '2020 2020-01-01 2029-12-31',
      '2010 2010-01-01 2019-12-31',
      '2000 2000-01-01 2009-12-31',
      '1990 1990-01-01 1999-12-31',
      '1980 1980-01-01 1989-12-31',
    ]);
  });

  it('offers a decade from its first day on', () => {
    expect(ranges('2029-12-31')[2]).toMatch(/^2020 /);
    expect(ranges('2030-01-01')[2]).toBe('2030 2030-01-01 2039-12-31');
    expect(ranges('2030-01-01')[3]).toMatch(/^2020 /);
  });

  it('uses the local date when the year changes', () => {
    vi.useFakeTimers();
    vi.setSystemTime(new Date(2024, 11, 31, 23, 59, 59));
    expect(ranges()[0]).toBe('thisYear 2024-01-01 2024-12-31');
    expect(ranges()).toEqual(ranges('2024-12-31'));
    vi.setSystemTime(new Date(2025, 0, 1, 0, 0, 0));
    expect(ranges()[0]).toBe('thisYear 2025-01-01 2025-12-31');
    expect(ranges()).toEqual(ranges('2025-01-01'));
  });

  it('offers ranges that the form and the API accept', () => {
    fc.assert(
      fc.property(calendarDates(1980, 2090), (day) => {
        for (const { lower, upper } of releaseDateShortcuts(day)) {
          expect([lower, upper].every((date) => readBound(filterFields.releaseDate, date))).toBe(true);
          const filters = { with_release_date_gte: lower, with_release_date_lte: upper };
          expect(filterSpecSchema.safeParse(filters).success).toBe(true);
        }
      }),
    );
  });

  it('offers ranges that contain the given day, except for past decades', () => {
    fc.assert(
      fc.property(calendarDates(1980, 2090), (day) => {
        for (const { lower, upper } of releaseDateShortcuts(day).slice(0, 3)) {
          expect(lower <= day && day <= upper).toBe(true);
        }
        for (const { upper } of releaseDateShortcuts(day).slice(3)) expect(upper < day).toBe(true);
      }),
    );
  });
});
