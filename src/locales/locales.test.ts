import { describe, expect, test } from 'vitest';
import { findGaps, messagesOf, sentencesOf } from '../../scripts/locales/gaps.mjs';
import { languages } from '../../scripts/locales/languages.mjs';
import { localePacks } from '../../test/support/localePacks.js';
import { activeFilters } from '../filters/activeFilters.js';
import { describeFilter } from '../filters/describeFilter.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import { runtimeShortcuts } from '../filters/rangeShortcuts.js';
import { formatMessage } from '../messages/formatMessage.js';
import { en } from './en.js';

/** Filters that together use every message of the sentence. */
const filters: FilterSpec[] = [
  {},
  ...([undefined, 'movie', 'tv'] as const).flatMap((type) => {
    const subject: FilterSpec = type ? { media_type: type } : {};
    return [subject, { ...subject, genres: [18, 35] }, { ...subject, with_runtime_gte: 90 }];
  }),
  { keywords: [9715] },
  { with_runtime_lte: 100 },
  { with_runtime_gte: 90, with_runtime_lte: 120 },
  { with_release_date_gte: '2010-01-01' },
  { with_release_date_lte: '2019-12-31' },
  { with_release_date_gte: '2010-03-01', with_release_date_lte: '2019-05-31' },
  { with_release_date_gte: '2024-01-01', with_release_date_lte: '2024-12-31' },
  { region: ['DE', 'HK'] },
  { with_watch_providers: ['8', '337'] },
  { region: ['DE'], with_watch_providers: ['8'] },
];

const translations = Object.entries(localePacks).filter(([locale]) => locale !== 'en');

describe.each(translations)('the messages in %s', (locale, pack) => {
  const messages = messagesOf(pack);
  const gaps = findGaps(locale, pack, en);

  test('have the same keys as English and no empty text', () => {
    expect([...gaps.missing, ...gaps.unknown]).toEqual([]);
  });

  test('use the same placeholders as English', () => {
    expect(gaps.placeholders).toEqual([]);
  });

  test('have a text for each plural category', () => {
    expect(gaps.plurals).toEqual([]);
    const plurals = [...messages].filter(([, message]) => typeof message !== 'string');
    expect(plurals).not.toEqual([]);
    for (const [, message] of plurals) {
      for (const count of [0, 1, 2, 3, 11, 100, 1000]) {
        expect(formatMessage(message, { count, min: count, max: count, open: 'Open' }, locale)).not.toMatch(/[{}]/);
      }
    }
  });

  test('name the button of the filters by what it shows, so that speech input finds it (WCAG 2.5.3)', () => {
    const { open, active } = pack.filterDialog;
    const number = new Intl.NumberFormat(locale);
    for (const count of [1, 2, 3, 11, 100]) {
      const name = formatMessage(active, { open, count }, locale).replace(/\p{P}/gu, '');
      expect(name).toContain(`${open} ${number.format(count)}`.replace(/\p{P}/gu, ''));
    }
  });

  test('name the button that undoes changes by its short text too (WCAG 2.5.3)', () => {
    const { reset, undo } = pack.form;
    expect(reset.toLocaleLowerCase(locale)).toContain(undo.toLocaleLowerCase(locale));
  });

  test('name a runtime shortcut like its range in a chip', () => {
    for (const { id, lower, upper } of runtimeShortcuts) {
      const range = { with_runtime_gte: lower, with_runtime_lte: upper };
      const [chip] = activeFilters(range, { locale: `${locale}-u-nu-latn`, messages: pack });
      expect(pack.shortcuts[id]).toBe(chip?.label);
    }
  });

  test('contain no English text except loan words', () => {
    expect(gaps.english).toEqual([]);
  });

  test('contain no exclamation marks', () => {
    for (const [path, message] of messages) {
      for (const [, text] of sentencesOf(message)) expect(text, path).not.toMatch(/[!！¡]/);
    }
  });

  test('describe every filter without unfilled placeholders', () => {
    for (const filter of filters) {
      const sentence = describeFilter(filter, { locale, messages: pack });
      expect(sentence).toMatch(/\p{L}/u);
      expect(sentence).not.toMatch(/[{}]|undefined/);
      for (const { label } of activeFilters(filter, { locale, messages: pack })) expect(label).not.toMatch(/[{}]|^$/);
    }
  });
});

/** Filters of every kind but keywords. Whole years, because JavaScript engines format days differently. */
const fullFilter: FilterSpec = {
  media_type: 'movie',
  genres: [18, 35],
  with_runtime_lte: 100,
  with_release_date_gte: '2010-01-01',
  with_release_date_lte: '2019-12-31',
  region: ['DE'],
  with_watch_providers: ['8'],
};

test.each(translations)('several filters are one sentence in %s', (locale, messages) => {
  const sentence = describeFilter(fullFilter, { locale, messages });
  expect(sentence).toBe(languages[locale]?.sentence);
});
