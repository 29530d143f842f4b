import { describe, expect, it } from 'vitest';
import { historyListResponseSchema } from '../../api/history.js';
import { mediaProfileMetaSchema, mediaSchema } from '../../api/mediaFacts.js';
import { sampleWatchProviders } from './availability.js';
import { signedInEmulator } from '../emulatorCall.js';
import { generatedTitles } from '../catalog/catalog.js';
import { mediaIdOf } from './mediaItem.js';

const catalog = generatedTitles(40);
const filmTitle = catalog.find(({ mediaType }) => mediaType === 'movie')!;
const film = mediaIdOf(filmTitle);
const series = mediaIdOf(catalog.find(({ mediaType }) => mediaType === 'tv')!);

async function playbackWorld() {
  const discovr = await signedInEmulator({ catalog });
  const { call, token } = discovr;
  return {
    ...discovr,
    send: (route: string, body?: unknown) => call(route, { token, body }),
    metaOf: async (mediaId: string, query = '') =>
      mediaProfileMetaSchema.parse(
        JSON.parse(
          JSON.stringify((await call(`GET /profile/media/${mediaId}${query}`, { token })).body),
          (_key, value: unknown) => value ?? undefined,
        ),
      ),
    historyOf: async (mediaId: string) =>
      historyListResponseSchema.parse((await call(`GET /profile/history/${mediaId}`, { token })).body).items,
  };
}

describe('GET /profile/media/:id', () => {
  it('returns false for everything at first', async () => {
    const { metaOf } = await playbackWorld();
    expect(await metaOf(film)).toEqual({
      ...{ liked: false, disliked: false, super_liked: false, watchlist: false, history: false },
    });
  });

  it('reflects the lists and the history', async () => {
    const { metaOf, send } = await playbackWorld();
    await send('POST /profile/watchlist', { mediaId: film });
    await send('POST /profile/liked', { mediaId: film });
    await send('POST /profile/super_liked', { mediaId: film });
    await send('POST /profile/history', { mediaId: film });
    expect(await metaOf(film)).toMatchObject({ liked: false, super_liked: true, watchlist: true, history: true });
    await send(`PATCH /profile/history/${film}`, { progress: 0 });
    expect((await metaOf(film)).history).toBe(false);
  });

  it('returns the watch providers of the title with providers=true', async () => {
    const { metaOf } = await playbackWorld();
    const { providers } = await metaOf(film, '?providers=true');
    const ids = providers!.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...sampleWatchProviders(filmTitle, 'US')]));
    expect((await metaOf(film, '?providers=false')).providers).toBeUndefined();
  });

  it('rejects an unknown title and an invalid query', async () => {
    const { send } = await playbackWorld();
    expect(await send('GET /profile/media/MV_999999')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await send(`GET /profile/media/${film}?providers=yes`)).toMatchObject({ status: 400 });
  });
});

describe('playback', () => {
  it('is started, updated and resumable until the title is completed', async () => {
    const { metaOf, send } = await playbackWorld();
    expect(await send('PATCH /profile/playback', { mediaId: film, progress: 5 })).toMatchObject({ status: 404 });
    await send('POST /profile/playback', { mediaId: film });
    expect((await metaOf(film)).playback).toEqual({ resumable: false, progress: 0 });
    await send('PATCH /profile/playback', { mediaId: film, progress: 42.5 });
    expect((await metaOf(film)).playback).toEqual({ resumable: true, progress: 42.5 });
    await send('PATCH /profile/playback', { mediaId: film, progress: 80 });
    expect((await metaOf(film)).playback).toEqual({ resumable: false, progress: 80 });
  });

  it('of a series includes season and episode', async () => {
    const { metaOf, send } = await playbackWorld();
    await send('POST /profile/playback', { mediaId: series, progress: 10 });
    await send('PATCH /profile/playback', { mediaId: series, season: 1, episode: 4 });
    expect((await metaOf(series)).playback).toEqual({ resumable: true, progress: 10, season: 1, episode: 4 });
  });

  it.each([
    ['POST', { mediaId: film, season: 1 }, 'season'],
    ['POST', { progress: 5 }, 'mediaId'],
    ['POST', { mediaId: film, progress: 100.1 }, 'progress'],
    ['PATCH', { mediaId: series, episode: 0 }, 'episode'],
    ['PATCH', { mediaId: film, updatedAt: 'today' }, 'updatedAt'],
  ])('is not saved when %s has the body %o', async (method, payload, field) => {
    const { send } = await playbackWorld();
    expect(await send(`${method} /profile/playback`, payload)).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', issues: [{ path: [field] }] },
    });
  });
});

describe('scrobbling', () => {
  it('updates the playback, and adds a completed title to the history once', async () => {
    const { metaOf, send, historyOf } = await playbackWorld();
    for (const progress of [10, 40, 79]) {
      expect(await send(`POST /profile/scrobble/${film}`, { progress })).toMatchObject({
        status: 200,
        body: { status: 'ok' },
      });
    }
    expect((await metaOf(film)).playback).toEqual({ resumable: true, progress: 79 });
    expect(await historyOf(film)).toEqual([]);
    for (const progress of [80, 99, 100]) await send(`POST /profile/scrobble/${film}`, { progress });
    expect(await historyOf(film)).toMatchObject([{ completed: true, progress: 100, watched_count: 1 }]);
  });

  it('moves the playback to the next unwatched episode', async () => {
    const { metaOf, send, historyOf } = await playbackWorld();
    await send(`PATCH /profile/history/${series}?season=1&episode=2`, { progress: 100 });
    await send(`POST /profile/scrobble/${series}`, { progress: 95, tv: { season: 1, episode: 1 } });
    expect(new Set((await historyOf(`${series}?season=1`)).map(({ episode }) => episode))).toEqual(new Set([1, 2]));
    expect((await metaOf(series)).playback).toEqual({ resumable: false, progress: 0, season: 1, episode: 3 });
  });

  it('accepts a skip without changing the playback', async () => {
    const { send, metaOf } = await playbackWorld();
    const skip = { from: 10, to: 12.5, duration: 90 };
    expect((await send(`POST /profile/scrobble/${film}/skip`, skip)).body).toEqual({ status: 'ok' });
    expect((await metaOf(film)).playback).toBeUndefined();
  });

  it.each([
    ['', { tv: { season: 1, episode: 1 } }, ['progress']],
    ['', { progress: 5, tv: { season: 1 } }, ['tv', 'episode']],
    ['', { progress: 5, tv: { season: 1, episode: 1, part: 2 } }, ['tv', 'part']],
    ['/skip', { from: 1, to: 101, duration: 5 }, ['to']],
    ['/skip', { from: 1, to: 2, duration: -5 }, ['duration']],
  ])('rejects POST /profile/scrobble/:id%s with %o', async (path, payload, issuePath) => {
    const { send } = await playbackWorld();
    expect(await send(`POST /profile/scrobble/${series}${path}`, payload)).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', issues: [{ path: issuePath }] },
    });
    expect(await send(`POST /profile/scrobble/TV_999999${path}`, payload)).toMatchObject({ status: 404 });
  });
});

describe('GET /media/:id', () => {
  it('returns the facts of the catalog, with seasons for a series', async () => {
    const { send } = await playbackWorld();
    const facts = mediaSchema.parse((await send(`GET /media/${film}`)).body);
    expect(facts).toMatchObject({ id: film, runtime: filmTitle.runtime, release_date: filmTitle.releaseDate });
    expect(facts.seasons).toBeUndefined();
    const { seasons } = mediaSchema.parse((await send(`GET /media/${series}`)).body);
    expect(seasons!.map(({ season_number }) => season_number)).toEqual(seasons!.map((_, index) => index + 1));
    expect(seasons!.every(({ episode_count }) => episode_count >= 6)).toBe(true);
    expect(new Set(facts.cast!.map(({ name }) => name)).size).toBe(6);
  });

  it('responds with 404 to an unknown id', async () => {
    const { send } = await playbackWorld();
    expect(await send('GET /media/MV_999999')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});
