import { expect, test } from 'vitest';
import { localePacks } from '../../test/support/localePacks.js';
import { isRightToLeftLocale } from '../messages/locale.js';
import { intlSubstitutes } from './intlSubstitutes.js';

const locales = Object.keys(localePacks);

/** Whole numbers around every border of a rule, large ones, and numbers with decimals. */
const numbers = [
  ...Array.from({ length: 1_205 }, (_, number) => number),
  ...[1e6, 1e6 + 1, 2e6, 1.5e6, 1e9, 123_456_789],
  ...[0.1, 0.5, 0.9996, 1.0004, 1.2, 1.5, 1.9, 2.5, 3.1, 11.5, 99.9, 1e6 + 0.5],
  ...[-1, -2, -5, -1.5, Number.NaN, Number.POSITIVE_INFINITY],
];

/** Lists of every length up to six, with names that change the conjunction in Spanish. */
const ends = [
  'Drama',
  'Irán',
  'historia',
  'Hielo',
  'hiato',
  'Oeste',
  'hombre',
  '8 mm',
  '11',
  '11 M',
  '110',
  'Ōsaka',
  '',
];
const lists = ends.flatMap((end) =>
  [[], ['A'], ['A', 'B, C'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D', 'E']].map((items) => [...items, end]),
);

test.each(locales)('the plural forms in %s are those of Intl', (locale) => {
  const own = intlSubstitutes.pluralRules(locale);
  const theirs = new Intl.PluralRules(locale);
  for (const number of numbers) expect(own.select(number), String(number)).toBe(theirs.select(number));
});

test.each(locales)('the lists in %s are those of Intl', (locale) => {
  for (const type of ['conjunction', 'disjunction'] as const) {
    const theirs = new Intl.ListFormat([locale, 'en'], { type });
    for (const list of [[], ...lists]) expect(intlSubstitutes.formatList(list, locale, type)).toBe(theirs.format(list));
  }
});

const tags = [...locales, 'en-GB', 'de-AT', 'es-419', 'ar-Latn', 'az-Arab', 'zh-Hant-TW', 'en-GB-u-nu-arab'];

test.each([...tags, 'fa', 'he', 'ur-PK'])('the direction of %s is that of Intl', (locale) => {
  expect(['Arab', 'Hebr'].includes(intlSubstitutes.scriptOf(locale))).toBe(isRightToLeftLocale(locale));
});
