import { describe, expect, it } from 'vitest';
import { createPagePayloadSchema, createPageResponseSchema, pageSchema } from './pages.js';

const film = { type: 'media', id: 'MV_550', title: 'Fight Club', media_type: 'movie' };
const series = { type: 'media', id: 'TV_1396', title: 'Breaking Bad', media_type: 'tv' };
const page = { id: 'page_1', createdAt: '2026-01-01T00:00:00Z', hero: [film] };

describe('a page', () => {
  it('omits hero items of unknown types, and keeps the order of the others', () => {
    const hero = [film, { type: 'podcast', episodes: 4 }, null, 'text', 7, {}, { type: 7 }, series];
    expect(pageSchema.parse({ ...page, hero }).hero.map(({ id }) => id)).toEqual(['MV_550', 'TV_1396']);
  });

  it('has null for a missing poster, backdrop or logo', () => {
    const poster_path = 'https://image.tmdb.org/t/p/original/a.jpg';
    const [item] = pageSchema.parse({ ...page, hero: [{ ...film, poster_path }] }).hero;
    expect(item).toEqual({ ...film, poster_path, backdrop_path: null, logo_path: null });
  });

  it.each(['poster_path', 'backdrop_path', 'logo_path'] as const)(
    'has null as %s when the URL is a script',
    (field) => {
      const [item] = pageSchema.parse({ ...page, hero: [{ ...film, [field]: 'javascript:alert(1)' }] }).hero;
      expect(item).toMatchObject({ id: 'MV_550', [field]: null });
    },
  );

  it.each(['movie', 7, { text: 'a.jpg' }])('has null for a poster that is not a URL: %o', (poster_path) => {
    expect(pageSchema.parse({ ...page, hero: [{ ...film, poster_path }] }).hero[0]?.poster_path).toBeNull();
  });

  it('omits unreadable facts of a hero item', () => {
    const facts = { release_date: 1999, runtime: '2 h', genres: 'Drama', seasons: [{}] };
    const [item] = pageSchema.parse({ ...page, hero: [{ ...film, ...facts, genres: [18, 'Drama'] }] }).hero;
    for (const fact of Object.keys(facts)) expect(item).toHaveProperty(fact, undefined);
    expect(pageSchema.parse({ ...page, hero: [{ ...film, runtime: 139 }] }).hero[0]).toHaveProperty('runtime', 139);
  });

  it('omits unreadable filters', () => {
    for (const pageFilters of [{ media_type: 'podcast' }, { genres: 'all' }, 'none', 7]) {
      const read = pageSchema.parse({ ...page, pageFilters });
      expect([read.id, read.pageFilters]).toEqual(['page_1', undefined]);
    }
  });

  it('is invalid without a hero, an id or a creation time', () => {
    for (const field of ['hero', 'id', 'createdAt']) {
      expect(pageSchema.safeParse({ ...page, [field]: undefined }).success).toBe(false);
    }
  });
});

describe('a created page', () => {
  it('omits unreadable filters', () => {
    const { id, createdAt } = page;
    expect(createPageResponseSchema.parse({ id, createdAt, pageFilters: { media_type: 'podcast' } })).toEqual({
      id,
      createdAt,
    });
  });
});

describe('the payload of createPage', () => {
  it('can be empty, or have filters or a name', () => {
    for (const payload of [{}, { pageFilters: {} }, { pageFilters: { genres: [35] } }, { name: 'Mine' }]) {
      expect(createPagePayloadSchema.parse(payload)).toEqual(payload);
    }
  });

  it('is invalid with an empty name', () => {
    expect(createPagePayloadSchema.safeParse({ name: '' }).success).toBe(false);
  });
});
