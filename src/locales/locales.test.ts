import { describe, expect, test } from 'vitest';
import { findGaps, messagesOf, sentencesOf } from '../../scripts/locales/gaps.mjs';
import { localePacks } from '../../test/support/localePacks.js';
import { activeFilters } from '../filters/activeFilters.js';
import { formatYear } from '../filters/values.js';
import { describeFilter } from '../filters/describeFilter.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import { formatMessage } from '../messages/formatMessage.js';
import type { Messages } from '../messages/messages.js';
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

const { en: _english, ...translations } = localePacks;

describe.each(Object.entries(translations))('the messages in %s', (locale, pack) => {
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
        expect(formatMessage(message, { count, min: count, max: count }, locale)).not.toMatch(/[{}]/);
      }
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

const sentences: Record<keyof typeof translations, string> = {
  ar:
    `أفلام من نوع دراما أو كوميديا، لا تزيد مدتها على ${new Intl.NumberFormat('ar').format(100)} دقيقة، ` +
    `صدرت بين ${formatYear('2010', 'ar')} و${formatYear('2019', 'ar')}، على \u2068Netflix\u2069 في ألمانيا`,
  de:
    'Filme im Genre Drama oder Komödie, höchstens 100 Minuten lang, von 2010 bis 2019 erschienen, ' +
    'bei Netflix in der Region Deutschland',
  es:
    'Películas del género Comedia o Drama, de hasta 100 minutos, estrenadas del 2010 al 2019, ' +
    'en Netflix (Alemania)',
  fr:
    'Films du genre Comédie ou Drame, de 100 minutes maximum, date de sortie\u00A0: 2010 – 2019, ' +
    'sur Netflix (Allemagne)',
  it:
    'Film di genere Commedia o Dramma, con durata massima di 100 minuti, con data di uscita dal 2010 al 2019, ' +
    'su Netflix (Germania)',
  ja: 'コメディまたはドラマの映画、100分以内、2010年〜2019年に公開、ドイツのNetflixで配信',
  ko: '드라마 또는 코미디 영화, 100분 이하, 2010년 ~ 2019년 공개, 독일의 Netflix에서 시청 가능',
  nl:
    'Films in het genre Drama of Komedie, maximaal 100 minuten lang, uitgebracht van 2010 tot en met 2019, ' +
    'op Netflix (Duitsland)',
  pl:
    'Filmy z gatunku Dramat lub Komedia, trwające do 100 minut, z premierą od 2010 do 2019, ' +
    'w serwisie Netflix (Niemcy)',
  'pt-BR':
    'Filmes do gênero Comédia ou Drama, de até 100 minutos, com lançamento entre 2010 e 2019, ' +
    'na plataforma Netflix (Alemanha)',
  tr:
    'Dram veya Komedi türünde filmler, en fazla 100 dakika, yayın tarihi 2010 – 2019 arası, ' +
    'Almanya bölgesinde Netflix üzerinde',
  'zh-Hans': '剧情或喜剧类电影，时长不超过100分钟，2010年至2019年上映，可在德国的Netflix观看',
};

test.each(Object.entries(sentences))('several filters are one sentence in %s', (locale, sentence) => {
  const messages = new Map<string, Messages>(Object.entries(translations)).get(locale)!;
  expect(describeFilter(fullFilter, { locale, messages })).toBe(sentence);
});
