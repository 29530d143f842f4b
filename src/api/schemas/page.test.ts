import { describe, expect, it } from 'vitest';
import { createPagePayloadSchema, createPageResponseSchema, pageSchema } from './page.js';

const film = { type: 'media', id: 'MV_550', title: 'Fight Club', media_type: 'movie' };
const series = { type: 'media', id: 'TV_1396', title: 'Breaking Bad', media_type: 'tv' };
const page = { id: 'page_1', createdAt: '2026-01-01T00:00:00Z', hero: [film] };

describe('a page', () => {
  it('leaves out hero items of a type it does not know, and keeps the others in their order', () => {
    const hero = [film, { type: 'podcast', episodes: 4 }, null, 'text', 7, {}, { type: 7 }, series];
    expect(pageSchema.parse({ ...page, hero }).hero.map(({ id }) => id)).toEqual(['MV_550', 'TV_1396']);
  });

  it('has a poster, a backdrop and a lettering, or null for what is missing', () => {
    const poster_path = 'https://image.tmdb.org/t/p/original/a.jpg';
    const [item] = pageSchema.parse({ ...page, hero: [{ ...film, poster_path }] }).hero;
    expect(item).toEqual({ ...film, poster_path, backdrop_path: null, logo_path: null });
  });

  it.each(['poster_path', 'backdrop_path', 'logo_path'] as const)('does not pass on a script as its %s', (field) => {
    const [item] = pageSchema.parse({ ...page, hero: [{ ...film, [field]: 'javascript:alert(1)' }] }).hero;
    expect(item).toMatchObject({ id: 'MV_550', [field]: null });
  });

  it.each(['movie', 7, { text: 'a.jpg' }])('reads a poster that is no text as missing: %o', (poster_path) => {
    expect(pageSchema.parse({ ...page, hero: [{ ...film, poster_path }] }).hero[0]?.poster_path).toBeNull();
  });

  it('is read without an echo it cannot read', () => {
    for (const pageFilters of [{ media_type: 'podcast' }, { genres: 'all' }, 'none', 7]) {
      const read = pageSchema.parse({ ...page, pageFilters });
      expect([read.id, read.pageFilters]).toEqual(['page_1', undefined]);
    }
  });

  it('is not a page without a hero, an id or a time', () => {
    for (const field of ['hero', 'id', 'createdAt']) {
      expect(pageSchema.safeParse({ ...page, [field]: undefined }).success).toBe(false);
    }
  });
});

describe('a created page', () => {
  it('is read without an echo it cannot read', () => {
    const { id, createdAt } = page;
    expect(createPageResponseSchema.parse({ id, createdAt, pageFilters: { media_type: 'podcast' } })).toEqual({
      id,
      createdAt,
    });
  });
});

describe('a payload', () => {
  it('may be empty, have filters, or a name', () => {
    for (const payload of [{}, { pageFilters: {} }, { pageFilters: { genres: [35] } }, { name: 'Mine' }]) {
      expect(createPagePayloadSchema.parse(payload)).toEqual(payload);
    }
  });

  it('has no empty name', () => {
    expect(createPagePayloadSchema.safeParse({ name: '' }).success).toBe(false);
  });
});
