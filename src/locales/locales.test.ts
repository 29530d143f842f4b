import { describe, expect, test } from 'vitest';
import { loanWords as loans } from '../../test/support/loanWords.js';
import { messagesOf, sentencesOf } from '../../test/support/packTexts.js';
import { activeFilters } from '../filters/activeFilters.js';
import { describeFilter } from '../filters/describeFilter.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import { formatMessage } from '../messages/formatMessage.js';
import type { Messages } from '../messages/messages.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { ptBR } from './pt-BR.js';

const germanLoanWords = [
  'Fantasy',
  'Animation',
  'Drama',
  'Horror',
  'Action',
  'Details',
  'Western',
  'Thriller',
  'Science Fiction',
  'Mystery',
  'Action & Adventure',
  'Reality',
  'Sci-Fi & Fantasy',
  'Soap',
  'Talk',
  'Genres',
  'Code: {code}',
  'Powered by {source}',
];

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

describe.each<[language: string, locale: string, pack: Messages, loanWords: readonly string[]]>([
  ['German', 'de', de, germanLoanWords],
  ['Arabic', 'ar', ar, []],
  ['Spanish', 'es', es, loans.es],
  ['French', 'fr', fr, loans.fr],
  ['Italian', 'it', it, loans.it],
  ['Brazilian Portuguese', 'pt-BR', ptBR, loans['pt-BR']],
  ['Dutch', 'nl', nl, loans.nl],
  ['Polish', 'pl', pl, loans.pl],
])('the %s messages', (_language, locale, pack, loanWords) => {
  const english = messagesOf(en);
  const messages = messagesOf(pack);

  test('have the same keys as English and no empty text', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, message] of messages) {
      for (const [category, text] of sentencesOf(message)) expect(text.trim(), `${path} ${category}`).not.toBe('');
    }
  });

  test('use the same placeholders as English', () => {
    for (const [path, source] of english) {
      const expected = placeholdersIn(...sentencesOf(source).map(([, text]) => text));
      for (const [category, text] of sentencesOf(messages.get(path)!)) {
        const found = placeholdersIn(text);
        expect(expected, `${path} ${category}`).toEqual(expect.arrayContaining(found));
        // "No filters", "one minute" and "two filters" may omit the number.
        if (['zero', 'one', 'two'].includes(category)) continue;
        expect(found, `${path} ${category}`).toEqual(expect.arrayContaining(expected));
      }
    }
  });

  test('have a text for each plural category', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const plurals = [...messages].filter(([path]) => typeof english.get(path) !== 'string');
    expect(plurals).not.toEqual([]);
    for (const [path, message] of plurals) {
      expect(Object.keys(message).sort(), path).toEqual([...pluralCategories].sort());
      for (const count of [0, 1, 2, 3, 11, 100, 1000]) {
        expect(formatMessage(message, { count, min: count, max: count }, locale)).not.toMatch(/[{}]/);
      }
    }
  });

  test('contain no English text except loan words', () => {
    const same = [...messages].flatMap(([path, message]) => {
      const source = sentencesOf(english.get(path)!).map(([, text]) => text);
      return sentencesOf(message)
        .map(([, text]) => text)
        .filter((text) => source.includes(text) && /\p{L}/u.test(withoutPlaceholders(text)));
    });
    expect([...new Set(same)].sort()).toEqual([...loanWords].sort());
  });

  test('contain no exclamation marks', () => {
    for (const [path, message] of messages) {
      for (const [, text] of sentencesOf(message)) expect(text, path).not.toMatch(/[!¡！]/);
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

test('German describes several filters as one sentence', () => {
  expect(describeFilter(fullFilter, { locale: 'de', messages: de })).toBe(
    'Filme im Genre Drama oder Komödie, höchstens 100 Minuten lang, von 2010 bis 2019 erschienen, ' +
      'bei Netflix in der Region Deutschland',
  );
});

test.each<[locale: string, pack: Messages, sentence: string]>([
  [
    'es',
    es,
    'Películas del género Comedia o Drama, de hasta 100 minutos, estrenadas del 2010 al 2019, en Netflix (Alemania)',
  ],
  [
    'fr',
    fr,
    'Films du genre Comédie ou Drame, de 100 minutes maximum, date de sortie\u00A0: 2010 – 2019, sur Netflix (Allemagne)',
  ],
  [
    'it',
    it,
    'Film di genere Commedia o Dramma, con durata massima di 100 minuti, con data di uscita dal 2010 al 2019, ' +
      'su Netflix (Germania)',
  ],
  [
    'pt-BR',
    ptBR,
    'Filmes do gênero Comédia ou Drama, de até 100 minutos, com lançamento entre 2010 e 2019, ' +
      'na plataforma Netflix (Alemanha)',
  ],
  [
    'nl',
    nl,
    'Films in het genre Drama of Komedie, maximaal 100 minuten lang, uitgebracht van 2010 tot en met 2019, ' +
      'op Netflix (Duitsland)',
  ],
  [
    'pl',
    pl,
    'Filmy z gatunku Dramat lub Komedia, trwające do 100 minut, z premierą od 2010 do 2019, ' +
      'w serwisie Netflix (Niemcy)',
  ],
])('several filters are one sentence in %s', (locale, pack, sentence) => {
  expect(describeFilter(fullFilter, { locale, messages: pack })).toBe(sentence);
});

test('German avoids "du" and "Sie"', () => {
  for (const [path, message] of messagesOf(de)) {
    for (const [, text] of sentencesOf(message)) {
      expect(text, path).not.toMatch(/(?<!\p{L})([Dd](u|ir|ich|ein\p{L}*)|Sie|Ihnen|Ihre?\p{L}*)(?!\p{L})/u);
    }
  }
});

test('Arabic describes several filters as one sentence with Arabic commas', () => {
  const minutes = new Intl.NumberFormat('ar').format(100);
  expect(describeFilter(fullFilter, { locale: 'ar', messages: ar })).toBe(
    `أفلام من نوع دراما أو كوميديا، لا تزيد مدتها على ${minutes} دقيقة، صدرت بين 2010 و2019، على \u2068Netflix\u2069 في ألمانيا`,
  );
});

test('Arabic uses its plural forms', () => {
  const formatCount = (count: number) => formatMessage(ar.form.filterCount, { count }, 'ar');
  const digits = (count: number) => new Intl.NumberFormat('ar').format(count);
  expect(formatCount(1)).toBe('عامل تصفية واحد');
  expect(formatCount(2)).toBe('عاملا تصفية');
  expect(formatCount(3)).toBe(`${digits(3)} عوامل تصفية`);
  expect(formatCount(11)).toBe(`${digits(11)} عامل تصفية`);
});

test('Arabic contains no Latin letters except the name Discovr', () => {
  for (const [path, message] of messagesOf(ar)) {
    for (const [, text] of sentencesOf(message)) {
      expect(withoutPlaceholders(text).replaceAll('Discovr', ''), path).not.toMatch(/\p{Script=Latin}/u);
    }
  }
});

function placeholdersIn(...texts: string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(/(?<=\{)\w+(?=\})/g) ?? []))].sort();
}

function withoutPlaceholders(text: string): string {
  return text.replaceAll(/\{\w+\}/g, '');
}
