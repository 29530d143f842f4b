import { expect, test } from 'vitest';
import { filterFields, filterKinds } from './filterFields.js';
import { filterSpecSchema } from './filterSpec.js';
import { formValuesFromFilters } from './formValues.js';

const all = filterKinds.map((kind) => filterFields[kind]);

test('the table of filters has every key of the API once', () => {
  expect(all.flatMap<string>(({ keys }) => keys).sort()).toEqual(Object.keys(filterSpecSchema.shape).sort());
});

test('the table of filters has every field of the form once, but for the name of the page', () => {
  const fields = Object.keys(formValuesFromFilters()).filter((field) => field !== 'name');
  expect(all.flatMap<string>(({ fields: own }) => own).sort()).toEqual(fields.sort());
});

test('no two filters share a key of the URL', () => {
  expect(new Set(all.map(({ urlKey }) => urlKey)).size).toBe(all.length);
});
