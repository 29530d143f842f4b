import { expect, test, vi } from 'vitest';
import { dateTextsFor } from './dateTexts.js';

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
