import { describe, expect, test } from 'vitest';
import { limitsOf, parseDate, rangeOf, stepDate, toFieldValue, type DatePart } from './dateParts.js';

const noLimits = limitsOf({ min: '', max: '' });
const step = (text: string, part: DatePart, by: 1 | -1, limits = noLimits, preferredDay?: number) =>
  toFieldValue(stepDate(parseDate(text)!, part, by, limits, preferredDay));

test('parses and formats the value of a date field', () => {
  expect(parseDate('0985-03-09')).toEqual({ year: 985, month: 3, day: 9 });
  expect(parseDate('')).toBeUndefined();
  expect(toFieldValue({ year: 985, month: 3, day: 9 })).toBe('0985-03-09');
});

describe('a step', () => {
  test.each<[string, DatePart, 1 | -1, string]>([
    ['2010-05-03', 'year', 1, '2011-05-03'],
    ['2010-05-03', 'month', -1, '2010-04-03'],
    ['2010-05-03', 'day', 1, '2010-05-04'],
    ['2010-12-03', 'month', 1, '2010-01-03'],
    ['2010-01-01', 'day', -1, '2010-01-31'],
    ['2010-02-28', 'day', 1, '2010-02-01'],
    ['2012-02-29', 'year', 1, '2013-02-28'],
    ['2010-01-31', 'month', 1, '2010-02-28'],
  ])('from %s, of the %s by %i leads to %s', (from, part, by, to) => {
    expect(step(from, part, by)).toBe(to);
  });

  test('over a shorter month keeps the day that the user has chosen', () => {
    expect(step('2010-02-28', 'month', 1, noLimits, 31)).toBe('2010-03-31');
  });

  test('of the day starts at the shown day', () => {
    expect(step('2010-02-28', 'day', -1, noLimits, 31)).toBe('2010-02-27');
  });

  test('stays within the limits', () => {
    const limits = limitsOf({ min: '2000-03-10', max: '2010-05-20' });
    expect(step('2010-02-01', 'year', 1, limits)).toBe('2010-02-01');
    expect(step('2010-05-20', 'month', 1, limits)).toBe('2010-05-20');
    expect(step('2001-02-01', 'year', -1, limits)).toBe('2000-03-10');
    expect(step('2000-03-10', 'year', -1, limits)).toBe('2000-03-10');
  });
});

test('the number of days depends on the month and year', () => {
  expect(rangeOf(parseDate('2012-02-01')!, 'day', noLimits)).toEqual([1, 29]);
  expect(rangeOf(parseDate('2012-02-01')!, 'month', noLimits)).toEqual([1, 12]);
});
