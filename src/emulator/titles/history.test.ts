import type { ProfileRecord } from '../types.js';
import { describe, expect, it } from 'vitest';
import { historyListResponseSchema } from '../../api/history.js';
import { signedInEmulator } from '../emulatorCall.js';
import { isFinished } from './history.js';
import { generatedTitles } from '../catalog/catalog.js';
import { mediaIdOf, sampleSeasons } from './mediaItem.js';

const catalog = generatedTitles(40);
const film = mediaIdOf(catalog.find(({ mediaType }) => mediaType === 'movie')!);
const seriesTitle = catalog.find(({ mediaType }) => mediaType === 'tv')!;
const series = mediaIdOf(seriesTitle);

async function historyWorld() {
  const discovr = await signedInEmulator({ catalog });
  const { call, token } = discovr;
  const read = async (path: string) => historyListResponseSchema.parse((await call(`GET ${path}`, { token })).body);
  return {
    ...discovr,
    read,
    add: (body: object) => call('POST /profile/history', { token, body }),
    patch: (path: string, progress: unknown) => call(`PATCH /profile/history/${path}`, { token, body: { progress } }),
    entriesOf: async (mediaId: string, season = mediaId === series ? '?season=1' : '') =>
      (await read(`/profile/history/${mediaId}${season}`)).items,
  };
}

describe('the history of a profile', () => {
  it('adds a film as fully watched by default', async () => {
    const { add, entriesOf } = await historyWorld();
    expect((await add({ mediaId: film })).body).toMatchObject({ message: expect.any(String), added: 'history' });
    expect(await entriesOf(film)).toEqual([
      expect.objectContaining({
        ...{ id: film, mediaType: 'movie', progress: 100, completed: true, watched_count: 1 },
        createdAt: '2026-03-01T12:00:00.000Z',
        updatedAt: '2026-03-01T12:00:00.000Z',
      }),
    ]);
  });

  it.each([
    [79.9, false],
    [80, true],
  ])('stores an entry with %s percent progress as completed: %s', async (progress, completed) => {
    const { add, entriesOf } = await historyWorld();
    await add({ mediaId: film, progress });
    expect(await entriesOf(film)).toMatchObject([{ progress, completed, watched_count: Number(completed) }]);
  });

  it('stores updatedAt and imported of an entry as given', async () => {
    const { add, entriesOf } = await historyWorld();
    await add({ mediaId: film, updatedAt: '2020-05-01T20:00:00Z', imported: true });
    expect(await entriesOf(film)).toMatchObject([
      { createdAt: '2026-03-01T12:00:00.000Z', updatedAt: '2020-05-01T20:00:00Z', imported: true },
    ]);
  });

  it('updates or creates one entry for each title, season and episode', async () => {
    const { patch, entriesOf, passTime } = await historyWorld();
    for (const progress of [30, 90, 100, 0]) {
      passTime(1000);
      await patch(`${series}?season=1&episode=2`, progress);
    }
    passTime(1000);
    await patch(`${series}?season=1&episode=3`, 100);
    await patch(`${series}?season=2`, 100);
    const entries = await entriesOf(series);
    expect(entries.map(({ season, episode, progress }) => [season, episode, progress])).toEqual([
      [1, 3, 100],
      [1, 2, 0],
    ]);
    expect(await entriesOf(series, '?season=2')).toMatchObject([{ season: 2, progress: 100 }]);
    expect(entries[1]).toMatchObject({ completed: false, watched_count: 1, createdAt: '2026-03-01T12:00:01.000Z' });
  });

  it('is sorted by creation time, and the history of one title by update time', async () => {
    const { add, patch, read, entriesOf, passTime } = await historyWorld();
    await add({ mediaId: series, season: 1, episode: 1 });
    passTime(1000);
    await add({ mediaId: film });
    passTime(1000);
    await add({ mediaId: series, season: 1, episode: 2 });
    passTime(1000);
    await patch(`${series}?season=1&episode=1`, 50);
    const all = (await read('/profile/history')).items;
    expect(all.map(({ id, episode }) => [id, episode])).toEqual([
      [series, 2],
      [film, undefined],
      [series, 1],
    ]);
    expect((await entriesOf(series)).map(({ episode }) => episode)).toEqual([1, 2]);
  });

  it('returns the entries of one season or one episode of a series', async () => {
    const { add, entriesOf } = await historyWorld();
    for (const place of [{ season: 1 }, { season: 1, episode: 2 }, { season: 2 }])
      await add({ mediaId: series, ...place });
    expect((await entriesOf(series, '?season=1')).map(({ episode }) => episode)).toEqual([2, undefined]);
    expect((await entriesOf(series, '?season=1&episode=2')).map(({ episode }) => episode)).toEqual([2]);
    expect(await entriesOf(series, '?season=3')).toEqual([]);
  });

  it('rejects a query for the entries of a series if the query has no season, or an invalid season, episode or field', async () => {
    const { call, token } = await historyWorld();
    for (const query of ['', '?episode=1', '?season=0', '?season=one', '?season=1&episode=0', '?year=1']) {
      const response = await call(`GET /profile/history/${series}${query}`, { token });
      expect(response, query).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    }
  });

  it('is returned in batches', async () => {
    const { add, read } = await historyWorld();
    for (const title of catalog.filter(({ mediaType }) => mediaType === 'movie').slice(0, 12)) {
      await add({ mediaId: mediaIdOf(title) });
    }
    const first = await read('/profile/history');
    const second = await read(`/profile/history?nextPageToken=${first.nextPageToken}`);
    expect([first.items.length, first.hasMore, second.items.length, second.hasMore]).toEqual([10, true, 2, false]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(12);
  });

  it('refuses the nextPageToken of another profile', async () => {
    const { control, call, add, mint, token } = await historyWorld();
    for (const episode of [1, 2]) await add({ mediaId: series, season: 1, episode });
    const other = await mint(control.profiles()[1]!.id);
    for (const path of ['/profile/history?', `/profile/history/${series}?season=1&`]) {
      const { body } = await call(`GET ${path}limit=1`, { token });
      const next = `GET ${path}nextPageToken=${String(body['nextPageToken'])}`;
      expect((await call(next, { token })).status).toBe(200);
      const refused = { status: 400, body: { issues: [{ path: ['nextPageToken'] }] } };
      expect(await call(next, { token: other.token })).toMatchObject(refused);
    }
  });

  it('deletes all entries of a title', async () => {
    const { add, call, token, entriesOf, read } = await historyWorld();
    await add({ mediaId: film });
    await add({ mediaId: series, season: 1 });
    await add({ mediaId: series, season: 1, episode: 1 });
    expect((await call(`DELETE /profile/history/${series}`, { token })).body).toMatchObject({ removed: 'history' });
    expect(await entriesOf(series)).toEqual([]);
    expect((await read('/profile/history')).items).toHaveLength(1);
    expect((await call(`DELETE /profile/history/${series}`, { token })).body).toMatchObject({ removed: null });
  });

  it.each([
    ['a series without a season', { mediaId: series }, 'season'],
    ['season 0', { mediaId: series, season: 0 }, 'season'],
    ['a fractional season', { mediaId: series, season: 1.5 }, 'season'],
    ['episode 0', { mediaId: series, season: 1, episode: 0 }, 'episode'],
    ['a film with a season', { mediaId: film, season: 1 }, 'season'],
    ['progress above 100', { mediaId: film, progress: 101 }, 'progress'],
    ['negative progress', { mediaId: film, progress: -1 }, 'progress'],
    ['a date without a time', { mediaId: film, updatedAt: '2020-05-01' }, 'updatedAt'],
    ['a time as a number', { mediaId: film, updatedAt: 1_588_363_200 }, 'updatedAt'],
    ['an unknown field', { mediaId: film, rating: 5 }, 'rating'],
  ])('rejects %s and returns the path of the field', async (_what, payload, field) => {
    const { add } = await historyWorld();
    const { status, body } = await add(payload);
    expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    expect(body['issues']).toEqual([{ path: [field], message: expect.stringMatching(/^[A-Z].{5,}\.$/) }]);
  });

  it('rejects an update without progress, and an update of a series without a season', async () => {
    const { patch } = await historyWorld();
    expect((await patch(film, undefined)).body).toMatchObject({ issues: [{ path: ['progress'] }] });
    expect((await patch(series, 50)).body).toMatchObject({ issues: [{ path: ['season'] }] });
    expect((await patch(`${series}?season=one`, 50)).body).toMatchObject({ issues: [{ path: ['season'] }] });
    expect(await patch('MV_999999', 50)).toMatchObject({ status: 404 });
  });
});

describe('isFinished for a series', () => {
  const seasons = sampleSeasons(seriesTitle);
  const record = (entries: readonly Partial<ProfileRecord['history'][number]>[]): ProfileRecord => ({
    lists: { liked: new Map(), disliked: new Map(), super_liked: new Map(), watchlist: new Map() },
    history: entries.map((entry, order) => ({
      ...{ mediaId: series, order, createdAt: '', updatedAt: '2100-01-01T00:00:00Z', progress: 100, watchedCount: 1 },
      ...entry,
    })),
    playback: new Map(),
    nextOrder: 1,
  });
  const allSeasons = seasons.map(({ season }) => ({ season }));

  it('is true only when every season was watched', () => {
    expect(isFinished(record(allSeasons), seriesTitle)).toBe(true);
    expect(isFinished(record(allSeasons.slice(1)), seriesTitle)).toBe(false);
  });

  it('is false when one episode is unwatched, even if its season was watched later', () => {
    for (const updatedAt of ['1900-01-01T00:00:00Z', '2200-01-01T00:00:00Z']) {
      const entries = [...allSeasons, { season: 1, episode: 2, progress: 0, updatedAt }];
      expect(isFinished(record(entries), seriesTitle)).toBe(false);
    }
  });

  it('is false when episodes aired after their season was marked as watched', () => {
    const updatedAt = `${seriesTitle.releaseDate}T12:00:00Z`;
    expect(isFinished(record(allSeasons.map((entry) => ({ ...entry, updatedAt }))), seriesTitle)).toBe(false);
  });

  it('is true when every episode was watched', () => {
    const entries = seasons.flatMap(({ season, episodes }) =>
      Array.from({ length: episodes }, (_, index) => ({ season, episode: index + 1 })),
    );
    expect(isFinished(record(entries), seriesTitle)).toBe(true);
  });
});
