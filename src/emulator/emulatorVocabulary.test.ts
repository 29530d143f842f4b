import { describe, expect, it } from 'vitest';
import { catalogKeywords } from './catalog/keywords.js';
import { emulatorVocabulary } from './emulatorVocabulary.js';

const { signal } = new AbortController();
const keyword = catalogKeywords[0]!;

describe('emulatorVocabulary', () => {
  it('finds keywords of the catalog by any part of their name, ignoring case', async () => {
    const query = keyword.name.slice(1).toUpperCase();
    const found = await emulatorVocabulary().searchKeywords?.(query, { signal });
    expect(found).toContainEqual({ id: String(keyword.id), label: keyword.name });
    expect(await emulatorVocabulary().searchKeywords?.('no such keyword', { signal })).toEqual([]);
  });

  it('returns a promise that rejects when the search is aborted', async () => {
    const controller = new AbortController();
    const result = emulatorVocabulary().searchKeywords?.('a', { signal: controller.signal });
    expect(result).toBeInstanceOf(Promise);
    controller.abort();
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('resolves known keyword ids only', async () => {
    const resolved = await emulatorVocabulary().resolve?.('keywords', [String(keyword.id), '0'], { signal });
    expect(resolved).toEqual([{ id: String(keyword.id), label: keyword.name }]);
    expect(await emulatorVocabulary().resolve?.('regions', ['DE'], { signal })).toEqual([]);
  });

  it('has the default genres, regions and watch providers', async () => {
    const { genres, regions, providers } = emulatorVocabulary({ locale: 'de' });
    expect([await genres('movie'), await genres('tv')].map((options) => options.length)).toEqual([19, 16]);
    expect(await regions()).toContainEqual({ id: 'DE', label: 'Deutschland' });
    expect((await providers(['DE'])).map(({ id }) => id)).not.toContain('15');
  });
});
