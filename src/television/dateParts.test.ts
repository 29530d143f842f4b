import { describe, expect, test, vi } from 'vitest';
import { dateTextsFor, limitsOf, parseDate, rangeOf, stepDate, toFieldValue, type DatePart } from './dateParts.js';

const date = { year: 2010, month: 5, day: 3 };

test.each([
  ['en', ['month', 'day', 'year'], ['May', '3', '2010'], ['month', 'day', 'year']],
  ['de', ['day', 'month', 'year'], ['3', 'Mai', '2010'], ['Tag', 'Monat', 'Jahr']],
  ['ar', ['day', 'month', 'year'], ['3', 'مايو', '2010'], ['يوم', 'الشهر', 'السنة']],
  ['ja', ['year', 'month', 'day'], ['2010', '5', '3'], ['年', '月', '日']],
])('the parts of a date have the order, texts and names of the language "%s"', (language, order, texts, names) => {
  const found = dateTextsFor(language);
  expect(found.order).toEqual(order);
  expect(found.order.map((part) => found.textOf(part, date))).toEqual(texts);
  expect(found.order.map(found.nameOf)).toEqual(names);
});

test('the parts have names in browsers that do not know the names of date fields', () => {
  vi.spyOn(Intl, 'DisplayNames').mockImplementation(function unknownType() {
    throw new RangeError('Invalid option: type');
  });
  const { nameOf } = dateTextsFor('de');
  expect((['day', 'month', 'year'] as const).map(nameOf)).toEqual(['Tag', 'Monat', 'Jahr']);
  vi.restoreAllMocks();
});

test('the widest month has the longest name', () => {
  expect(dateTextsFor('en').widest('month')).toBe('September');
});

test('a language that is not valid is replaced by that of the browser', () => {
  expect(dateTextsFor('not a tag').order).toHaveLength(3);
});

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
