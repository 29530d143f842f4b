import { describe, expect, it } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { failureOf } from '../../test/support/promises.js';
import { generatedTitles } from '../emulator/catalog/catalog.js';
import { mediaIdOf } from '../emulator/titles/mediaItem.js';
import type { DiscovrClient } from './DiscovrClient.js';

const catalog = generatedTitles(50);
const film = mediaIdOf(catalog.find(({ mediaType }) => mediaType === 'movie')!);
const series = mediaIdOf(catalog.find(({ mediaType }) => mediaType === 'tv')!);
const updatedAt = '2026-02-01T20:15:00Z';

const onCatalog = (options?: Parameters<typeof clientOnEmulator>[0]) =>
  clientOnEmulator({ emulator: { catalog }, ...options });

type Call = (client: DiscovrClient) => Promise<unknown>;

const calls: readonly [call: Call, request: string, body: unknown][] = [
  [(client) => client.getMedia(film), `GET /media/${film}`, undefined],
  [(client) => client.getMediaProfileMeta(film), `GET /profile/media/${film}`, undefined],
  [
    (client) => client.getMediaProfileMeta(film, { providers: true }),
    `GET /profile/media/${film}?providers=true`,
    undefined,
  ],
  [(client) => client.addLikedItem(film), 'POST /profile/liked', { mediaId: film }],
  [(client) => client.addDislikedItem(film), 'POST /profile/disliked', { mediaId: film }],
  [(client) => client.addSuperLikedItem(film), 'POST /profile/super_liked', { mediaId: film }],
  [(client) => client.addWatchlistItem(film), 'POST /profile/watchlist', { mediaId: film }],
  [(client) => client.removeLikedItem(film), `DELETE /profile/liked/${film}`, undefined],
  [(client) => client.removeDislikedItem(film), `DELETE /profile/disliked/${film}`, undefined],
  [(client) => client.removeSuperLikedItem(film), `DELETE /profile/super_liked/${film}`, undefined],
  [(client) => client.removeWatchlistItem(film), `DELETE /profile/watchlist/${film}`, undefined],
  [(client) => client.getLikedItems(), 'GET /profile/liked', undefined],
  [(client) => client.getDislikedItems({ limit: 50 }), 'GET /profile/disliked?limit=50', undefined],
  [(client) => client.getSuperLikedItems({ limit: 1 }), 'GET /profile/super_liked?limit=1', undefined],
  [(client) => client.getWatchlistItems({}), 'GET /profile/watchlist', undefined],
  [(client) => client.addHistoryItem(film), 'POST /profile/history', { mediaId: film }],
  [
    (client) => client.addHistoryItem(series, { season: 1, episode: 2, progress: 50, imported: true, updatedAt }),
    'POST /profile/history',
    { mediaId: series, season: 1, episode: 2, progress: 50, imported: true, updatedAt },
  ],
  [(client) => client.patchHistoryItem(film, 12.5), `PATCH /profile/history/${film}`, { progress: 12.5 }],
  [
    (client) => client.patchHistoryItem(series, 0, { season: 2, episode: 3 }),
    `PATCH /profile/history/${series}?season=2&episode=3`,
    { progress: 0 },
  ],
  [(client) => client.getHistoryItems({ limit: 20 }), 'GET /profile/history?limit=20', undefined],
  [(client) => client.getHistoryItemsByMediaId(film), `GET /profile/history/${film}`, undefined],
  [
    (client) => client.getHistoryItemsByMediaId(series, { season: 2, episode: 3, limit: 20 }),
    `GET /profile/history/${series}?season=2&episode=3&limit=20`,
    undefined,
  ],
  [(client) => client.removeHistoryItem(film), `DELETE /profile/history/${film}`, undefined],
  [(client) => client.addPlaybackItem(film), 'POST /profile/playback', { mediaId: film }],
  [
    (client) =>
      client
        .addPlaybackItem(series)
        .then(() => client.patchPlaybackItem(series, { progress: 5, season: 1, episode: 1 })),
    'PATCH /profile/playback',
    { mediaId: series, progress: 5, season: 1, episode: 1 },
  ],
  [(client) => client.scrobble(film, 100), `POST /profile/scrobble/${film}`, { progress: 100 }],
  [
    (client) => client.scrobble(series, 3, { tv: { season: 1, episode: 1 } }),
    `POST /profile/scrobble/${series}`,
    { progress: 3, tv: { season: 1, episode: 1 } },
  ],
  [
    (client) => client.scrobbleSkip(film, 10, 5, 300),
    `POST /profile/scrobble/${film}/skip`,
    { from: 10, to: 5, duration: 300 },
  ],
];

describe('the title methods', () => {
  it.each(calls.map(([call, request, body]) => [request, body, call] as const))(
    'send %s with the body %j',
    async (request, body, call) => {
      const { client, sent } = onCatalog();
      await call(client);
      expect(sent.at(-1)).toMatchObject({ request, body });
    },
  );

  it.each(calls.map(([call, request]) => [request, call] as const))(
    'reject without an active profile instead of sending %s',
    async (_request, call) => {
      const signedIn = onCatalog({ session: 'signedIn' });
      expect(await failureOf(call(signedIn.client))).toMatchObject({ code: 'NO_ACTIVE_PROFILE' });
      expect(signedIn.sent).toEqual([]);
    },
  );

  it.each([undefined, {}, { episode: 1 }, { season: 0 }, { season: 1.5 }, { season: 1, episode: 0 }])(
    'reject a request for the history of a series with the options %j',
    async (place) => {
      const { client, sent } = onCatalog();
      await client.createPage();
      const before = sent.length;
      expect(await failureOf(client.getHistoryItemsByMediaId(series, place))).toMatchObject({
        code: 'VALIDATION_FAILED',
        message: expect.stringContaining('a series needs its season'),
      });
      expect(sent).toHaveLength(before);
    },
  );

  it('send nothing when the signal has already aborted', async () => {
    const { client, sent } = onCatalog();
    await client.createPage();
    const before = sent.length;
    const signal = AbortSignal.abort();
    const options = { signal };
    const aborted = [
      client.getRows('page', options),
      client.getRow('page', 'row', options),
      client.getRowItems('page', 'row', options),
      client.getMedia(film, options),
      client.getMediaProfileMeta(film, options),
      ...[client.addLikedItem, client.addDislikedItem, client.addSuperLikedItem, client.addWatchlistItem].map((add) =>
        add.call(client, film, options),
      ),
      client.removeLikedItem(film, options),
      client.removeDislikedItem(film, options),
      client.removeSuperLikedItem(film, options),
      client.removeWatchlistItem(film, options),
      client.getLikedItems(options),
      client.getDislikedItems(options),
      client.getSuperLikedItems(options),
      client.getWatchlistItems(options),
      client.addHistoryItem(film, options),
      client.patchHistoryItem(film, 1, options),
      client.getHistoryItems(options),
      client.getHistoryItemsByMediaId(film, options),
      client.removeHistoryItem(film, options),
      client.addPlaybackItem(film, options),
      client.patchPlaybackItem(film, options),
      client.scrobble(film, 1, options),
      client.scrobbleSkip(film, 1, 2, 3, options),
    ];
    for (const call of aborted) expect(await failureOf(call)).toMatchObject({ name: 'AbortError' });
    expect(sent).toHaveLength(before);
  });
});

describe('the validation of title methods', () => {
  it.each<[string, Call, string]>([
    ['an entry of a series without a season', (client) => client.addHistoryItem(series), 'season'],
    ['season 0', (client) => client.addHistoryItem(series, { season: 0 }), 'season'],
    ['a season of a film', (client) => client.addHistoryItem(film, { season: 1 }), 'season'],
    ['an episode without a season', (client) => client.addHistoryItem(film, { episode: 1 }), 'episode'],
    ['progress above 100', (client) => client.addHistoryItem(film, { progress: 101 }), 'progress'],
    ['a date without a time', (client) => client.addHistoryItem(film, { updatedAt: '2026-02-01' }), 'updatedAt'],
    ['a change of a series without a season', (client) => client.patchHistoryItem(series, 5), 'season'],
    ['progress below 0', (client) => client.patchHistoryItem(film, -1), 'progress'],
    ['progress that is not a number', (client) => client.scrobble(film, Number.NaN), 'progress'],
    ['episode 0', (client) => client.scrobble(series, 5, { tv: { season: 1, episode: 0 } }), 'tv.episode'],
    ['a skip beyond the end', (client) => client.scrobbleSkip(film, 90, 110, 60), 'to'],
    ['a fractional season', (client) => client.patchPlaybackItem(series, { season: 0.5 }), 'season'],
    ['a malformed id', (client) => client.addLikedItem('550'), 'mediaId'],
    ['a batch of 51 entries', (client) => client.getHistoryItems({ limit: 51 }), 'limit'],
    ['a batch of 0 entries', (client) => client.getRows('page_1', { limit: 0 }), 'limit'],
    ['an empty token', (client) => client.getRowItems('page_1', 'row_1', { nextPageToken: '' }), 'nextPageToken'],
  ])('rejects %s before anything is sent', async (_what, call, field) => {
    const { client, sent } = onCatalog();
    const error = await failureOf(call(client));
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'VALIDATION_FAILED', status: undefined });
    expect(error).toHaveProperty('issues.0.path', field.split('.'));
    expect(sent).toEqual([]);
  });
});
