import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { calendarDates } from '../../test/arbitraries.js';
import { filterFields } from './filterFields.js';
import { readBound } from './formValues.js';
import { isCalendarDate, today } from './values.js';

describe('isCalendarDate', () => {
  it('accepts every day from year 0 to 9999', () => {
    fc.assert(
      fc.property(calendarDates(0, 9999), (date) => {
        expect(isCalendarDate(date)).toBe(true);
      }),
    );
  });

  it('accepts the last day of each month and rejects the day after', () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [index, days] of lengths.entries()) {
      const month = String(index + 1).padStart(2, '0');
      expect(isCalendarDate(`2023-${month}-${days}`), month).toBe(true);
      expect(isCalendarDate(`2023-${month}-${days + 1}`), month).toBe(false);
    }
  });

  it.each([
    ['2024', true],
    ['2023', false],
    ['2000', true],
    ['1900', false],
    ['2100', false],
    ['0000', true],
  ])('applies the leap year rule to February 29, %s', (year, isLeap) => {
    expect(isCalendarDate(`${year}-02-29`)).toBe(isLeap);
  });

  it.each([
    '',
    '2020',
    '2020-01',
    '2020-1-1',
    '20-01-01',
    '2020-00-10',
    '2020-13-10',
    '2020-01-00',
    '2020/01/01',
    '01.01.2020',
    ' 2020-01-01',
    '2020-01-01\n',
    '2020-01-01T00:00:00Z',
    '+2020-01-01',
    '-2020-01-01',
    '٢٠٢٠-٠١-٠١',
    'incomplete',
  ])('rejects "%s"', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});

test('the form accepts release dates from 1870 to 2100 inclusive', () => {
  const dates = ['1869-12-31', '1870-01-01', '2100-12-31', '2101-01-01', '2023-02-29'];
  const accepted = dates.filter((date) => readBound(filterFields.releaseDate, date));
  expect(accepted).toEqual(['1870-01-01', '2100-12-31']);
});

describe('today', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('returns the local date from the first to the last millisecond of the day', () => {
    for (const [month, day, date] of [
      [0, 1, '2024-01-01'],
      [1, 29, '2024-02-29'],
      [5, 9, '2024-06-09'],
      [11, 31, '2024-12-31'],
    ] as const) {
      for (const moment of [
        [0, 0, 0, 0],
        [12, 0, 0, 0],
        [23, 59, 59, 999],
      ] as const) {
        vi.setSystemTime(new Date(2024, month, day, ...moment));
        expect(today()).toBe(date);
      }
    }
  });

  it('uses the local time zone instead of UTC', () => {
    const morningInGreenwich = Date.UTC(2024, 5, 10, 10, 30);
    const days = { 'Pacific/Honolulu': '2024-06-10', 'Pacific/Kiritimati': '2024-06-11', 'Asia/Kolkata': '2024-06-10' };
    const lateInGreenwich = Date.UTC(2024, 5, 10, 20);
    const later = {
      'Pacific/Honolulu': '2024-06-10',
      'Pacific/Kiritimati': '2024-06-11',
      'Asia/Kolkata': '2024-06-11',
    };
    const earlyInGreenwich = Date.UTC(2024, 5, 10, 2);
    const earlier = {
      'Pacific/Honolulu': '2024-06-09',
      'Pacific/Kiritimati': '2024-06-10',
      'Asia/Kolkata': '2024-06-10',
    };
    const zone = process.env['TZ'] as keyof typeof days;
    expect(Object.keys(days)).toContain(zone);
    expect(today(morningInGreenwich)).toBe(days[zone]);
    expect(today(lateInGreenwich)).toBe(later[zone]);
    expect(today(earlyInGreenwich)).toBe(earlier[zone]);
  });

  it('always returns a calendar date', () => {
    fc.assert(
      fc.property(fc.nat(4e12), (now) => {
        expect(isCalendarDate(today(now))).toBe(true);
      }),
    );
  });
});
