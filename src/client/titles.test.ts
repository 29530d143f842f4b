import { describe, expect, it } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { failureOf } from '../../test/support/promises.js';
import { entryOfEpisode } from '../api/facts.js';
import { generatedTitles } from '../emulator/catalog/catalog.js';
import { mediaIdOf } from '../emulator/titles/mediaItem.js';

const catalog = generatedTitles(50);
const [film, otherFilm] = catalog.filter(({ mediaType }) => mediaType === 'movie').map(mediaIdOf) as [string, string];
const series = mediaIdOf(catalog.find(({ mediaType }) => mediaType === 'tv')!);
const onCatalog = () => clientOnEmulator({ emulator: { catalog } });

describe('a title', () => {
  it('has details, and profile metadata that reflects likes and playback', async () => {
    const { client } = onCatalog();
    const media = await client.getMedia(series);
    expect(media).toMatchObject({ id: series, media_type: 'tv', logo_path: null });
    expect(media.seasons?.[0]).toMatchObject({ season_number: 1, episode_count: expect.any(Number) });
    const untouched = await client.getMediaProfileMeta(series);
    expect(untouched).toMatchObject({ liked: false, disliked: false, super_liked: false, watchlist: false });
    expect([untouched.playback, untouched.history, untouched.providers]).toEqual([undefined, false, undefined]);
    await client.addLikedItem(series);
    await client.scrobble(series, 30, { tv: { season: 1, episode: 2 } });
    expect(await client.getMediaProfileMeta(series, { providers: true })).toMatchObject({
      liked: true,
      playback: { resumable: true, progress: 30, season: 1, episode: 2 },
      providers: expect.any(Array),
    });
  });

  it('is on at most one of the exclusive lists', async () => {
    const { client } = onCatalog();
    await client.addWatchlistItem(film);
    await client.addLikedItem(otherFilm);
    expect(await client.addLikedItem(film)).toMatchObject({ added: 'liked' });
    expect(await client.addSuperLikedItem(film)).toMatchObject({ added: 'super_liked', removed: 'liked' });
    const ids = async (list: Promise<{ items: { id: string }[] }>) => (await list).items.map(({ id }) => id);
    expect(await ids(client.getLikedItems())).toEqual([otherFilm]);
    expect(await ids(client.getSuperLikedItems())).toEqual([film]);
    expect(await ids(client.getWatchlistItems())).toEqual([film]);
    expect(await ids(client.getDislikedItems())).toEqual([]);
    expect(await client.removeSuperLikedItem(film)).toMatchObject({ removed: 'super_liked' });
    expect((await client.removeSuperLikedItem(film)).removed).toBeUndefined();
  });

  it('has a history in which the entry of an episode takes precedence over its season', async () => {
    const { client } = onCatalog();
    await client.addHistoryItem(series, { season: 1 });
    await client.patchHistoryItem(series, 0, { season: 1, episode: 2 });
    const { items, hasMore } = await client.getHistoryItemsByMediaId(series, { season: 1 });
    expect(hasMore).toBe(false);
    expect(entryOfEpisode(items, { season: 1, episode: 1 })).toMatchObject({ completed: true });
    expect(entryOfEpisode(items, { season: 1, episode: 2 })).toMatchObject({ completed: false, progress: 0 });
    expect(entryOfEpisode(items, { season: 2, episode: 1 })).toBeUndefined();
    await client.removeHistoryItem(series);
    expect((await client.getHistoryItems()).items).toEqual([]);
  });

  it('is reported as NOT_FOUND when it does not exist', async () => {
    const { client } = onCatalog();
    for (const failing of [client.getMedia('MV_999999'), client.addLikedItem('MV_999999')].map(failureOf)) {
      expect(await failing).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    }
  });

  it('is requested again after a server error, but a change is not sent again', async () => {
    const { client, control } = onCatalog();
    control.failNext({ kind: 'status', status: 503 }, { route: 'POST /profile/liked' });
    control.failNext({ kind: 'status', status: 503 }, { route: 'GET /profile/liked' });
    expect(await failureOf(client.addLikedItem(film))).toMatchObject({ code: 'SERVER_ERROR' });
    expect(control.count('POST /profile/liked')).toBe(1);
    expect((await client.getLikedItems()).items).toEqual([]);
    expect(control.count('GET /profile/liked')).toBe(2);
  });
});
