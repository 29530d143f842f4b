import { expect, test } from 'vitest';
import { filterFields, filterKinds } from './filterFields.js';
import { filterSpecSchema } from './filterSpec.js';
import { formValuesFromFilters } from './formValues.js';
import { numberOf } from './values.js';

const all = filterKinds.map((kind) => filterFields[kind]);

test('filterFields lists every API key exactly once', () => {
  expect(all.flatMap<string>(({ keys }) => keys).sort()).toEqual(Object.keys(filterSpecSchema.shape).sort());
});

test('filterFields lists every form field except the page name exactly once', () => {
  const fields = Object.keys(formValuesFromFilters()).filter((field) => field !== 'name');
  expect(all.flatMap<string>((field) => field.fields).sort()).toEqual(fields.sort());
});

test('filterFields has unique URL keys', () => {
  expect(new Set(all.map(({ urlKey }) => urlKey)).size).toBe(all.length);
});

test.each([
  ['7', 7, 7],
  ['7.5', undefined, 7.5],
  ['.5', undefined, 0.5],
  ['7.', undefined, undefined],
  ['7,5', undefined, undefined],
  ['-1', undefined, undefined],
  ['1e1', undefined, undefined],
  ['', undefined, undefined],
  ['9007199254740993', undefined, undefined],
])('"%s" is %s among whole numbers, and %s with a step of 0.1', (text, whole, decimal) => {
  expect(numberOf(text, 1)).toBe(whole);
  expect(numberOf(text, 0.1)).toBe(decimal);
});
