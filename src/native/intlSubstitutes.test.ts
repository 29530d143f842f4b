import { expect, test, vi } from 'vitest';
import { localePacks } from '../../test/support/localePacks.js';
import { describeFilter } from '../filters/describeFilter.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import { defaultLabels, labelsFrom, regionCodes } from '../filters/vocabulary/defaultVocabulary.js';
import { isRightToLeftLocale } from '../messages/locale.js';
import type { PromptLanguage } from '../prompts/language.js';
import { parsePrompt } from '../prompts/parsePrompt.js';
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

const tags = [...locales, 'en-GB', 'de-AT', 'es-419', 'ar-Latn', 'az-Arab', 'az-arab', 'zh-Hant-TW', 'en-GB-u-nu-arab'];

test.each([...tags, 'fa', 'he', 'ur-PK'])('the direction of %s is that of Intl', (locale) => {
  expect(['Arab', 'Hebr'].includes(intlSubstitutes.scriptOf(locale))).toBe(isRightToLeftLocale(locale));
});

const languages = import.meta.glob<Readonly<Record<string, PromptLanguage>>>('../prompts/languages/*.ts', {
  eager: true,
});
const wishes = import.meta.glob<readonly { text: string }[]>('../../test/prompts/wishes/*.json', {
  eager: true,
  import: 'default',
});

/** What Hermes lacks: whole parts of `Intl`, and on iOS these methods. */
const lacking: readonly (readonly [object, string])[] = [
  ...['PluralRules', 'ListFormat', 'DisplayNames', 'Locale'].map((name) => [Intl, name] as const),
  [Intl.NumberFormat.prototype, 'formatToParts'],
  [Intl.DateTimeFormat.prototype, 'formatToParts'],
];

/** Loads the library in an engine like Hermes, and runs a function with it. */
async function inHermes<T>(run: (library: { describe: typeof describeFilter; parse: typeof parsePrompt }) => T) {
  const removed = lacking.map(([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)!] as const);
  for (const [owner, name] of lacking) Reflect.deleteProperty(owner, name);
  vi.resetModules();
  try {
    const { substituteIntl } = await import('./intlSubstitutes.js');
    substituteIntl();
    const [filters, prompts] = await Promise.all([import('../filters/index.js'), import('../prompts/index.js')]);
    return run({ describe: filters.describeFilter, parse: prompts.parsePrompt });
  } finally {
    for (const [owner, name, property] of removed) Object.defineProperty(owner, name, property);
    vi.resetModules();
  }
}

/** Filters of every kind, with lists, ranges, plural forms, whole years and days. */
const samples: readonly FilterSpec[] = [
  {},
  { media_type: 'tv', genres: [18, 35, 10765] },
  { genres: [28, 12], region: ['DE', 'PS', 'US', 'IR'], with_watch_providers: ['8', '337'] },
  { region: ['JP'], with_runtime_lte: 1 },
  { with_runtime_gte: 2, with_runtime_lte: 1_234 },
  { with_runtime_gte: 45, with_release_date_gte: '1999-01-01', with_release_date_lte: '2003-12-31' },
  ...Array.from({ length: 12 }, (_, month): FilterSpec => {
    const date = `2021-${String(month + 1).padStart(2, '0')}-07`;
    return { media_type: 'movie', with_release_date_gte: date, with_release_date_lte: '2024-11-30' };
  }),
];

test.each(locales)('sentences and wishes in %s are those of an engine with all of Intl', async (locale) => {
  const messages = localePacks[locale]!;
  const labels = defaultLabels({ locale, messages });
  // An app in React Native passes names of regions, because Hermes has none.
  const regions = regionCodes.map((id) => ({ id, label: labels('regions', id) ?? id }));
  const labelOf = labelsFrom({ regions }, (kind, id) => (kind === 'regions' ? undefined : labels(kind, id)));
  const options = {
    languages: Object.values(languages[`../prompts/languages/${locale}.ts`]!),
    locale,
    messages,
    lists: { regions },
    today: '2026-11-29',
  };
  const texts = wishes[`../../test/prompts/wishes/${locale}.json`]!.map(({ text }) => text);
  const read = ({ describe, parse }: { describe: typeof describeFilter; parse: typeof parsePrompt }) => {
    const sentences = samples.map((filters) => describe(filters, { locale, messages, labelOf }));
    return { sentences, parsed: [...sentences, ...texts].map((text) => [text, parse(text, options)]) };
  };
  const expected = read({ describe: describeFilter, parse: parsePrompt });
  expect(await inHermes(read)).toEqual(expected);
});
