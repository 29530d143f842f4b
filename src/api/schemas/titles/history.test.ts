import { describe, expect, it } from 'vitest';
import { entryOfEpisode } from './entryOfEpisode.js';
import { historyListResponseSchema } from './history.js';
import { mediaProfileMetaSchema, mediaSchema } from './mediaFacts.js';

const entry = {
  ...{ id: 'TV_1396', mediaType: 'tv', title: 'Breaking Bad', progress: 100, completed: true, watched_count: 1 },
  ...{ season: 1, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-02T00:00:00Z' },
};

describe('the history', () => {
  const read = (items: unknown[]) => historyListResponseSchema.parse({ items }).items;

  it('keeps what it does not know, and leaves out titles of a kind it does not know', () => {
    const items = [{ ...entry, rating: 5 }, { ...entry, mediaType: 'podcast' }, { ...entry, id: 'BK_1' }, null];
    expect(read(items)).toEqual([{ ...entry, rating: 5, poster_path: null, backdrop_path: null }]);
  });

  it('reads a moment as text, and Unix seconds as the same moment', () => {
    expect(read([{ ...entry, updatedAt: 1_767_312_000 }])).toMatchObject([{ updatedAt: '2026-01-02T00:00:00.000Z' }]);
  });

  it.each([
    ['progress', 101],
    ['progress', '50'],
    ['season', 0],
    ['completed', undefined],
    ['updatedAt', 1e300],
  ])('does not take %s for %o', (field, value) => {
    expect(historyListResponseSchema.safeParse({ items: [{ ...entry, [field]: value }] }).success).toBe(false);
  });
});

describe('the entry of an episode', () => {
  const season = { season: 1, updatedAt: '2026-01-02T00:00:00Z' };
  const episode = { season: 1, episode: 2, updatedAt: '2025-01-01T00:00:00Z' };

  it('is its own, whichever is newer, and else its season’s', () => {
    expect(entryOfEpisode([season, episode], { season: 1, episode: 2 })).toBe(episode);
    expect(entryOfEpisode([season, episode], { season: 1, episode: 3 })).toBe(season);
    expect(entryOfEpisode([season, episode], { season: 2, episode: 2 })).toBeUndefined();
  });

  it('is its season’s only where it was first shown before', () => {
    const of = (airedAt: string) => entryOfEpisode([season], { season: 1, episode: 3, airedAt });
    expect(of('2026-01-01')).toBe(season);
    expect(of('2026-01-03')).toBeUndefined();
  });
});

describe('facts of a title', () => {
  it('need no more than an id, a name and a kind', () => {
    expect(mediaSchema.parse({ id: 'MV_550', title: 'Fight Club', media_type: 'movie' })).toEqual({
      ...{ id: 'MV_550', title: 'Fight Club', media_type: 'movie' },
      ...{ poster_path: null, backdrop_path: null, logo_path: null },
    });
  });

  it('have no picture of an actor whose address may not be shown', () => {
    const cast = [{ name: 'Kim', profile_path: 'javascript:alert(1)' }];
    expect(mediaSchema.parse({ id: 'MV_550', title: 'F', media_type: 'movie', cast }).cast).toEqual([
      { name: 'Kim', profile_path: null },
    ]);
  });
});

describe('what a title is to a profile', () => {
  const meta = { liked: true, disliked: false, super_liked: false, watchlist: true, history: false };

  it('may know of no playback', () => {
    expect(mediaProfileMetaSchema.parse(meta)).toEqual(meta);
  });

  it('is not complete without one of its answers', () => {
    for (const field of Object.keys(meta)) {
      expect(mediaProfileMetaSchema.safeParse({ ...meta, [field]: undefined }).success).toBe(false);
    }
  });
});
