import { describe, expect, it } from 'vitest';
import { entryOfEpisode } from './facts.js';
import { historyListResponseSchema } from './history.js';
import { mediaProfileMetaSchema, mediaSchema } from './mediaFacts.js';

const entry = {
  ...{ id: 'TV_1396', mediaType: 'tv', title: 'Breaking Bad', progress: 100, completed: true, watched_count: 1 },
  ...{ season: 1, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-02T00:00:00Z' },
};

describe('a history response', () => {
  const read = (items: unknown[]) => historyListResponseSchema.parse({ items }).items;

  it('keeps unknown fields, and omits entries of unknown types', () => {
    const items = [{ ...entry, rating: 5 }, { ...entry, mediaType: 'podcast' }, { ...entry, id: 'BK_1' }, null];
    expect(read(items)).toEqual([{ ...entry, rating: 5, poster_path: null, backdrop_path: null }]);
  });

  it('has times in ISO 8601 even if the server sends Unix seconds', () => {
    expect(read([{ ...entry, updatedAt: 1_767_312_000 }])).toMatchObject([{ updatedAt: '2026-01-02T00:00:00.000Z' }]);
  });

  it.each([
    ['progress', 101],
    ['progress', '50'],
    ['season', 0],
    ['completed', undefined],
    ['updatedAt', 1e300],
  ])('is invalid when %s is %o', (field, value) => {
    expect(historyListResponseSchema.safeParse({ items: [{ ...entry, [field]: value }] }).success).toBe(false);
  });
});

describe('entryOfEpisode', () => {
  const season = { season: 1, updatedAt: '2026-01-02T00:00:00Z' };
  const episode = { season: 1, episode: 2, updatedAt: '2025-01-01T00:00:00Z' };

  it('returns the entry of the episode even if it is older, and otherwise the entry of the season', () => {
    expect(entryOfEpisode([season, episode], { season: 1, episode: 2 })).toBe(episode);
    expect(entryOfEpisode([season, episode], { season: 1, episode: 3 })).toBe(season);
    expect(entryOfEpisode([season, episode], { season: 2, episode: 2 })).toBeUndefined();
  });

  it('returns the entry of the season only for episodes that aired before its last update', () => {
    const of = (airedAt: string) => entryOfEpisode([season], { season: 1, episode: 3, airedAt });
    expect(of('2026-01-01')).toBe(season);
    expect(of('2026-01-03')).toBeUndefined();
  });
});

describe('the details of a title', () => {
  it('require only an id, a title and a media type', () => {
    expect(mediaSchema.parse({ id: 'MV_550', title: 'Fight Club', media_type: 'movie' })).toEqual({
      ...{ id: 'MV_550', title: 'Fight Club', media_type: 'movie' },
      ...{ poster_path: null, backdrop_path: null, logo_path: null },
    });
  });

  it('have null for the image of an actor when its URL is unsafe', () => {
    const cast = [{ name: 'Kim', profile_path: 'javascript:alert(1)' }];
    expect(mediaSchema.parse({ id: 'MV_550', title: 'F', media_type: 'movie', cast }).cast).toEqual([
      { name: 'Kim', profile_path: null },
    ]);
  });
});

describe('the metadata of a title for a profile', () => {
  const meta = { liked: true, disliked: false, super_liked: false, watchlist: true, history: false };

  it('is valid without playback', () => {
    expect(mediaProfileMetaSchema.parse(meta)).toEqual(meta);
  });

  it('is invalid when a required field is missing', () => {
    for (const field of Object.keys(meta)) {
      expect(mediaProfileMetaSchema.safeParse({ ...meta, [field]: undefined }).success).toBe(false);
    }
  });
});
