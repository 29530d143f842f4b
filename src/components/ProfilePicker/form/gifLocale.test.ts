import { expect, test } from 'vitest';
import { gifLocale } from './GifSearch.js';

test.each([
  ['en', 'en'],
  ['pt-BR', 'pt_BR'],
  ['zh-Hant-TW', 'zh_TW'],
  ['de-AT-u-nu-latn', 'de_AT'],
  // A region that is not a country.
  ['es-419', 'es'],
])('a search in the locale %s is sent as %s', (locale, sent) => {
  expect(gifLocale(locale)).toBe(sent);
});
