import { expectTypeOf, test } from 'vitest';
import { de } from '../src/locales/de.js';
import type { Messages } from '../src/messages/messages.js';

const { errors, ...withoutErrors } = de;
const { apply, ...formWithoutApply } = de.form;
const { '35': comedy, ...genresWithoutComedy } = de.genres;

test('a locale pack of the library is complete', () => {
  expectTypeOf(de).toEqualTypeOf<Messages>();
});

test('a pack without one of the sections does not compile', () => {
  expectTypeOf({ ...withoutErrors, errors } satisfies Messages).toBeObject();
  // @ts-expect-error -- `errors` is missing
  expectTypeOf({ ...withoutErrors } satisfies Messages).toBeObject();
});

test('a pack without one of the keys does not compile', () => {
  expectTypeOf({ ...de, form: { ...formWithoutApply, apply } } satisfies Messages).toBeObject();
  // @ts-expect-error -- `form.apply` is missing
  expectTypeOf({ ...de, form: { ...formWithoutApply } } satisfies Messages).toBeObject();
});

test('a pack without one of the genres does not compile', () => {
  expectTypeOf({ ...de, genres: { ...genresWithoutComedy, '35': comedy } } satisfies Messages).toBeObject();
  // @ts-expect-error -- genre 35 is missing
  expectTypeOf({ ...de, genres: { ...genresWithoutComedy } } satisfies Messages).toBeObject();
});

test('a plural message without `other` does not compile', () => {
  expectTypeOf({ ...de, picker: { ...de.picker, found: { other: '{count}' } } } satisfies Messages).toBeObject();
  // @ts-expect-error -- `other` is the fallback for every number
  expectTypeOf({ ...de, picker: { ...de.picker, found: { one: '{count}' } } } satisfies Messages).toBeObject();
});

test('a pack with an unknown key does not compile', () => {
  // @ts-expect-error -- misspelled key
  expectTypeOf({ ...de, form: { ...de.form, aply: '' } } satisfies Messages).toBeObject();
});
