import { expect, test } from 'vitest';
import { filterFields, filterKinds } from './filterFields.js';
import { filterSpecSchema } from './filterSpec.js';
import { formValuesFromFilters } from './formValues.js';

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
