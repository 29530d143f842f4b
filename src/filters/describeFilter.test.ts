import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterSpecs, RELEASE_YEARS } from '../../test/arbitraries.js';
import { localePacks } from '../../test/support/localePacks.js';
import { ar } from '../locales/ar.js';
import { de } from '../locales/de.js';
import { zhHans } from '../locales/zh-Hans.js';
import type { Messages } from '../messages/messages.js';
import { describeFilter } from './describeFilter.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';
import { genreIdsFor, regionCodes } from './vocabulary/defaultVocabulary.js';
import type { LabelOf } from './vocabulary/vocabulary.js';
import { watchProviders } from './vocabulary/watchProviders.js';

const packs = Object.entries(localePacks);

/** Filters whose ids contain no braces or spaces, so braces and double spaces in a sentence come from messages. */
const offeredFilters = filterSpecs(RELEASE_YEARS).chain((filters) =>
  fc.record(
    {
      ...Object.fromEntries(Object.entries(filters).map(([field, value]) => [field, fc.constant(value)])),
      genres: fc.subarray([...genreIdsFor(undefined), 1], { maxLength: 4 }),
      region: fc.subarray([...regionCodes, 'XX'], { maxLength: 4 }),
      with_watch_providers: fc.subarray([...watchProviders.map(({ id }) => id), '1'], { maxLength: 4 }),
    },
    { requiredKeys: [] },
  ),
);

describe('describeFilter', () => {
  it('returns a natural sentence for several filters', () => {
    const filters: FilterSpec = {
      media_type: 'movie',
      genres: [18, 35],
      with_runtime_lte: 100,
      region: ['DE'],
      with_watch_providers: ['8'],
    };
    expect(describeFilter(filters)).toBe('Comedy or Drama movies, up to 100 minutes long, on Netflix in Germany');
  });

  it.each<[FilterSpec, string]>([
    [{}, 'All movies and series'],
    [{ genres: [], region: [], with_watch_providers: [] }, 'All movies and series'],
    [{ media_type: 'movie' }, 'Movies'],
    [{ media_type: 'tv' }, 'Series'],
    [{ genres: [35] }, 'Comedy movies and series'],
    [{ genres: [18, 35, 28], media_type: 'tv' }, 'Action, Comedy, or Drama series'],
    [{ keywords: [9715] }, 'Movies and series, about 9715'],
    [{ with_runtime_gte: 0 }, 'Movies and series, at least 0 minutes long'],
    [{ with_runtime_lte: 1 }, 'Movies and series, up to 1 minute long'],
    [{ with_runtime_gte: 90, with_runtime_lte: 120 }, 'Movies and series, 90 to 120 minutes long'],
    [{ with_runtime_lte: 1000 }, 'Movies and series, up to 1,000 minutes long'],
    [{ region: ['DE', 'AT'] }, 'Movies and series, available in Austria or Germany'],
    [{ with_watch_providers: ['8', '337'] }, 'Movies and series, on Disney+ or Netflix'],
    [{ region: ['CA'], with_watch_providers: ['43'] }, 'Movies and series, on Starz in Canada'],
  ])('describes %j as "%s"', (filters, sentence) => {
    expect(describeFilter(filters)).toBe(sentence);
  });

  it('returns a complete sentence in every language for any filters', () => {
    fc.assert(
      fc.property(offeredFilters, (filters) => {
        expect(filterSpecSchema.safeParse(filters).success).toBe(true);
        for (const [locale, messages] of packs) {
          const sentence = describeFilter(filters, { locale, messages });
          expect(sentence).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
          expect(sentence).not.toMatch(/\s\s|^\s|\s$/);
          for (const part of sentence.split(messages.summary.separator)) expect(part).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
    );
  });

  it('uses the message for unfiltered pages only when no filter is active', () => {
    fc.assert(
      fc.property(offeredFilters, (filters) => {
        const isEmpty = Object.values(filters).every((value) =>
          Array.isArray(value) ? value.length === 0 : !value && value !== 0,
        );
        for (const [locale, messages] of packs) {
          const sentence = describeFilter(filters, { locale, messages });
          expect(sentence === messages.summary.everything).toBe(isEmpty);
        }
      }),
    );
  });

  it('has English texts in place of messages that are missing or no texts', () => {
    const english = describeFilter({ genres: [35] });
    // An app without type checks passes them.
    for (const messages of [{}, { summary: null }, { ...de, summary: 1, genres: { 35: {} }, mediaTypes: [] }]) {
      expect(describeFilter({ genres: [35] }, { messages: messages as unknown as Messages })).toBe(english);
    }
  });

  it('formats for the region of a locale that is more specific than its pack', () => {
    const filters: FilterSpec = { with_runtime_lte: 1000, with_release_date_gte: '2010-01-01', region: ['DE'] };
    const describeIn = (locale: string, messages: Messages) => describeFilter(filters, { locale, messages });
    expect(describeIn('ar-EG', ar)).toBe(
      'أفلام ومسلسلات، لا تزيد مدتها على ١٬٠٠٠ دقيقة، صدرت منذ ٢٠١٠، متاحة في ألمانيا',
    );
    expect(describeIn('de-CH', de)).toContain(`höchstens ${new Intl.NumberFormat('de-CH').format(1000)} Minuten lang`);
    expect(describeIn('zh-TW', zhHans)).toContain('2010年起上映，可在德國观看');
  });

  it('shows unknown ids unchanged', () => {
    const filters: FilterSpec = {
      genres: [1],
      keywords: [2],
      region: ['QQ'],
      with_watch_providers: ['constructor', '__proto__'],
    };
    expect(describeFilter(filters)).toBe('1 movies and series, about 2, on __proto__ or constructor in QQ');
  });

  it('uses the labels of a custom vocabulary', () => {
    const labelOf: LabelOf = (kind, id) => (kind === 'keywords' ? `${kind} ${id}` : undefined);
    expect(describeFilter({ keywords: [1, 2], genres: [35] }, { labelOf })).toBe(
      '35 movies and series, about keywords 1 or keywords 2',
    );
  });

  it('does not treat a label as a template', () => {
    expect(describeFilter({ keywords: [1] }, { labelOf: () => '$& {keywords}' })).toBe(
      'Movies and series, about $& {keywords}',
    );
  });

  it('isolates Latin names in right-to-left languages', () => {
    const arabic = { locale: 'ar', messages: ar };
    expect(describeFilter({ with_watch_providers: ['337'] }, arabic)).toContain('\u2068Disney+\u2069');
    expect(describeFilter({ region: ['DE'] }, arabic)).not.toMatch(/[\u2068\u2069]/);
    expect(describeFilter({ with_watch_providers: ['337'] }, { locale: 'de', messages: de })).not.toMatch(/\u2068/);
  });
});

it('repeated choices appear once in the sentence', () => {
  expect(describeFilter({ genres: [35, 35] })).toBe('Comedy movies and series');
});

it('invalid dates appear unchanged in the sentence', () => {
  expect(describeFilter({ with_release_date_gte: 'soon' })).toBe('Movies and series, released since soon');
  expect(describeFilter({ with_release_date_gte: '2023-02-30' })).toContain('2023-02-30');
});

it('dates use the Gregorian calendar in locales with another calendar', () => {
  expect(describeFilter({ with_release_date_gte: '2020-06-15' }, { locale: 'th' })).toContain('2020');
});
