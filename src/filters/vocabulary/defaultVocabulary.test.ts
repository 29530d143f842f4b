import { describe, expect, it } from 'vitest';
import { ar } from '../../locales/ar.js';
import { de } from '../../locales/de.js';
import { en } from '../../locales/en.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import {
  builtInRegion,
  defaultLabels,
  defaultVocabulary,
  genreIdsFor,
  regionCodes,
  regionFlag,
} from './defaultVocabulary.js';
import { builtInGenres, isPending, type Option, type OptionsResult } from './vocabulary.js';
import { isOfferedIn, watchProviders } from './watchProviders.js';

/** Asserts that options are available synchronously, and returns them. */
function now(result: OptionsResult): readonly Option[] {
  if (isPending(result)) throw new Error('The default vocabulary must be synchronous.');
  return result;
}
const labels = (result: OptionsResult) => now(result).map(({ label }) => label);
const ids = (result: OptionsResult) => now(result).map(({ id }) => id);
const languages = Object.entries({ en, de, ar });

describe('the genres of the default vocabulary', () => {
  const { genres } = defaultVocabulary();

  it('are 19 for films and 16 for series, without duplicates when combined', () => {
    const [movie, tv, all] = [ids(genres('movie')), ids(genres('tv')), ids(genres(undefined))];
    expect([movie.length, tv.length, all.length]).toEqual([19, 16, 27]);
    expect(new Set(all)).toEqual(new Set([...movie, ...tv]));
    for (const list of [movie, tv, all]) expect(new Set(list).size).toBe(list.length);
  });

  it('have unique names in each language', () => {
    for (const [locale, messages] of languages) {
      const names = labels(defaultVocabulary({ locale, messages }).genres(undefined));
      expect(new Set(names).size, locale).toBe(27);
      for (const name of names) expect(name, locale).toMatch(/\p{L}/u);
    }
    expect(Object.keys(en.genres).sort()).toEqual(genreIdsFor(undefined).map(String).sort());
  });

  it('are sorted by name in the given language', () => {
    expect(labels(genres('movie')).slice(0, 3)).toEqual(['Action', 'Adventure', 'Animation']);
    expect(labels(defaultVocabulary({ locale: 'de', messages: de }).genres('movie')).slice(0, 3)).toEqual([
      'Abenteuer',
      'Action',
      'Animation',
    ]);
  });

  it('take custom names from the messages', () => {
    const messages = { ...en, genres: { ...en.genres, '35': 'Zany' } };
    expect(labels(defaultVocabulary({ messages }).genres('movie')).at(-1)).toBe('Zany');
  });

  it('are sorted once for each language and media type', () => {
    const [first, second] = [defaultVocabulary({ locale: 'de' }), defaultVocabulary({ locale: 'de' })];
    expect(first.genres('movie')).toBe(second.genres('movie'));
    expect(first.genres('movie')).not.toBe(first.genres('tv'));
  });
});

describe('the regions of the default vocabulary', () => {
  it('are the 249 regions of ISO 3166, each with a unique name', () => {
    expect(new Set(regionCodes).size).toBe(249);
    for (const [locale, messages] of languages) {
      const regions = now(defaultVocabulary({ locale, messages }).regions());
      expect(new Set(regions.map(({ id }) => id)), locale).toEqual(new Set(regionCodes));
      expect(new Set(regions.map(({ label }) => label)).size, locale).toBe(249);
      expect(
        regions.filter(({ id, label }) => id === label),
        locale,
      ).toEqual([]);
    }
  });

  it('are named and sorted in the given language', () => {
    for (const [locale, messages] of languages) {
      const names = labels(defaultVocabulary({ locale, messages }).regions());
      expect(names, locale).toEqual([...names].sort(new Intl.Collator(locale).compare));
    }
    const german = labels(defaultVocabulary({ locale: 'de', messages: de }).regions());
    expect(german).toEqual(expect.arrayContaining(['Deutschland', 'Österreich', 'Hongkong', 'Palästina']));
    // By code point, Ö would sort after Z.
    expect(german.indexOf('Österreich')).toBeLessThan(german.indexOf('Pakistan'));
  });

  it('have English names when the language is unknown', () => {
    expect(defaultLabels({ locale: 'tlh' })('regions', 'DE')).toBe('Germany');
  });

  it('have fixed names where browser engines differ', () => {
    const labelOf = defaultLabels();
    expect(['FK', 'HK', 'MO', 'PS'].map((code) => labelOf('regions', code))).toEqual([
      'Falkland Islands',
      'Hong Kong',
      'Macao',
      'Palestine',
    ]);
  });

  it('have a flag emoji, and other text has none', () => {
    expect(regionFlag('DE')).toBe('🇩🇪');
    expect(regionFlag('ZW')).toBe('🇿🇼');
    for (const text of ['', 'de', 'DEU', '__', '🇩🇪']) expect(regionFlag(text)).toBe('');
  });
});

describe('the watch providers of the default vocabulary', () => {
  const { providers } = defaultVocabulary();

  it('include every provider when no region is chosen', () => {
    expect(ids(providers([]))).toEqual(watchProviders.map(({ id }) => id));
    for (const { id, label, color } of now(providers([]))) {
      expect([id, label, color]).toEqual([expect.stringMatching(/^\d+$/), expect.any(String), expect.any(String)]);
    }
    expect(new Set(ids(providers([]))).size).toBe(watchProviders.length);
  });

  it('include only the providers of the region', () => {
    expect(labels(providers(['US']))).toEqual(expect.arrayContaining(['Hulu', 'Prime Video (US)', 'Netflix']));
    expect(labels(providers(['US']))).not.toContain('Prime Video');
    expect(labels(providers(['DE']))).toEqual(expect.arrayContaining(['Prime Video', 'Netflix']));
    for (const name of ['Hulu', 'Peacock', 'Starz', 'Prime Video (US)', 'Tubi']) {
      expect(labels(providers(['DE']))).not.toContain(name);
    }
    expect(labels(providers(['CA']))).toEqual(expect.arrayContaining(['Starz', 'Tubi', 'Prime Video']));
  });

  it('combine the providers of several regions without duplicates', () => {
    const union = ids(providers(['DE', 'US']));
    expect(new Set(union)).toEqual(new Set([...ids(providers(['DE'])), ...ids(providers(['US']))]));
    expect(new Set(union).size).toBe(union.length);
    expect(ids(providers(['US', 'DE', 'US']))).toEqual(union);
  });

  it('have names that differ in their letters', () => {
    // Rejects pairs such as "Apple TV" and "Apple TV+", and names that differ only by "Amazon".
    const letters = labels(providers([])).map((label) => label.toLowerCase().replaceAll(/amazon|[^a-z]/g, ''));
    expect(letters.filter((name, index) => letters.indexOf(name) !== index)).toEqual([]);
  });

  it('include only the global providers in an unknown region', () => {
    const everywhere = watchProviders.filter(({ regions }) => !regions || regions[0] === '!US');
    expect(ids(providers(['__proto__']))).toEqual(everywhere.map(({ id }) => id));
    expect(everywhere.every((provider) => isOfferedIn(provider, 'AQ'))).toBe(true);
  });
});

describe('the default vocabulary', () => {
  it('is synchronous and has no keyword search', () => {
    const vocabulary = defaultVocabulary();
    expect(vocabulary.searchKeywords).toBeUndefined();
    expect(vocabulary.resolve).toBeUndefined();
    expect(isPending(vocabulary.regions())).toBe(false);
    expect(isPending(Promise.resolve([]))).toBe(true);
  });

  it('has labels for its ids only', () => {
    const labelOf = defaultLabels();
    expect(labelOf('genres', '35')).toBe('Comedy');
    expect(labelOf('watchProviders', '8')).toBe('Netflix');
    for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '', '35 ', 'de', '0']) {
      for (const kind of ['genres', 'keywords', 'regions', 'watchProviders'] as const) {
        expect(labelOf(kind, id), `${kind} ${id}`).toBeUndefined();
      }
    }
    expect(labelOf('regions', 'QQ')).toBeUndefined();
    expect(labelOf('keywords', '35')).toBeUndefined();
  });

  it('finds names in its own language without its lists, but not for an app that replaces some of its lists', () => {
    const german = defaultVocabulary({ locale: 'de', messages: de });
    expect(builtInGenres(german, vocabularyEnglish)?.[35]).toBe('Komödie');
    expect(builtInGenres(defaultVocabulary(), de)?.[35]).toBe('Komödie');
    expect(builtInGenres({ genres: () => [{ id: '35', label: 'Funny' }] }, de)).toBeUndefined();
    expect(builtInRegion(german, 'DE')).toBe('Deutschland');
    expect(builtInRegion({ regions: () => [{ id: 'DE', label: 'Home' }] }, 'DE')).toBeUndefined();
  });
});
