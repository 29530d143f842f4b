import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.js';
import { emulatorCall } from '../emulatorCall.js';
import type { Gif } from './gifs.js';

interface SearchResult {
  readonly items: readonly Gif[];
  readonly next: string | null;
}

const emulator = createEmulator({ catalog: [] });
const request = (query: string) => emulatorCall(emulator, `GET /gif-search?${query}`);

async function search(query: string): Promise<SearchResult> {
  const { status, body } = await request(query);
  expect(status).toBe(200);
  // The first test checks the fields of the response.
  return body as unknown as SearchResult;
}

const idsOf = ({ items }: SearchResult) => items.map(({ id }) => id);
const wordsOf = ({ items }: SearchResult) => items.map(({ tags }) => tags[0]);

describe('GET /gif-search', () => {
  it('returns GIFs in the format of the contract without authentication', async () => {
    expect(await search('q=cat%20sways')).toEqual({
      items: [
        {
          id: 'gif_cat_sways',
          url: expect.stringMatching(/^data:image\/svg\+xml,/),
          preview: { url: expect.stringMatching(/^data:image\/svg\+xml,/), width: 220, height: 220 },
          description: 'A picture of “cat” sways',
          tags: ['cat', 'kitten', 'animal', 'cute', 'meow'],
          tenorUrl: 'https://tenor.com/search/cat-gifs',
          shortTenorUrl: 'https://tenor.com/search/cat-gifs',
          width: 480,
          height: 480,
          createdAt: expect.stringMatching(/^2026-\d\d-\d\dT09:00:00\.000Z$/),
        },
      ],
      next: null,
    });
  });

  it.each(['CAT', '%20kit', 'sways%20cat', 'cute+cat!'])('finds the cat for "%s"', async (q) => {
    expect(wordsOf(await search(`q=${q}`))).toContain('cat');
  });

  it('returns GIFs that have the query as a complete tag before other GIFs', async () => {
    expect([...new Set(wordsOf(await search('q=night')))]).toEqual(['owl', 'popcorn']);
  });

  it.each(['zebra', 'cat%20rocket', '%3F!'])('finds nothing for "%s"', async (q) => {
    expect(await search(`q=${q}`)).toEqual({ items: [], next: null });
  });

  it('returns all GIFs batch by batch, each once', async () => {
    const all = idsOf(await search('q=a&limit=50'));
    const seen: string[] = [];
    let pos: string | null = '0';
    while (pos !== null) {
      const batch: SearchResult = await search(`q=a&limit=7&pos=${pos}`);
      expect(batch.items.length).toBeLessThanOrEqual(7);
      seen.push(...idsOf(batch));
      pos = batch.next;
    }
    expect(all.length).toBeGreaterThan(14);
    expect(seen).toEqual(all);
  });

  it('returns 20 GIFs by default', async () => {
    const { items, next } = await search('q=a');
    expect([items.length, next]).toEqual([20, expect.any(String)]);
  });

  it('returns no next position with the last batch, and an empty batch after it', async () => {
    expect(await search('q=cat&limit=4')).toMatchObject({ items: [{}, {}, {}, {}], next: null });
    expect(await search('q=cat&pos=4')).toEqual({ items: [], next: null });
  });

  it('applies the content filter', async () => {
    const shown = async (rest: string) => [...new Set(wordsOf(await search(`q=halloween${rest}`)))];
    expect(await shown('&contentfilter=high')).toEqual([]);
    expect(await shown('')).toEqual(['ghost']);
    expect(await shown('&contentfilter=medium')).toEqual(['ghost']);
    expect(await shown('&contentfilter=low')).toEqual(['ghost', 'skull']);
    expect(await shown('&contentfilter=off')).toEqual(['ghost', 'skull']);
  });

  it('accepts a country and a locale', async () => {
    expect(await search('q=cat&country=DE&locale=de_DE')).toEqual(await search('q=cat'));
  });

  it.each([
    ['', 'q', 'This field is required.'],
    ['q=%20', 'q', 'Must not be empty.'],
    ['q=cat&limit=0', 'limit', 'Must be at least 1.'],
    ['q=cat&limit=51', 'limit', 'Must be at most 50.'],
    ['q=cat&limit=ten', 'limit', 'Must be a whole number.'],
    ['q=cat&pos=-1', 'pos', 'Must be the "next" value of an earlier response.'],
    ['q=cat&contentfilter=strict', 'contentfilter', 'Expected one of: high, medium, low, off.'],
    ['q=cat&country=de', 'country', 'Must be two capital letters (ISO 3166-1 alpha-2).'],
    ['q=cat&locale=', 'locale', 'Must not be empty.'],
    ['q=cat&rating=g', 'rating', 'Unknown field.'],
  ])('rejects the query "%s" and names the field %s: %s', async (query, field, message) => {
    const { status, body } = await request(query);
    expect([status, body['code'], body['issues']]).toEqual([400, 'VALIDATION_FAILED', [{ path: [field], message }]]);
  });
});
