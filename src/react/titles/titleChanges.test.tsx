import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { deferred, idle, watch } from '../../../test/support/promises.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { MediaProfileMeta } from '../../api/mediaFacts.js';
import { generatedTitles } from '../../emulator/catalog/catalog.js';
import { mediaIdOf } from '../../emulator/titles/mediaItem.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { discovrTitleKeys } from '../query/keys.js';
import {
  useAddHistory,
  useAddPlayback,
  usePatchHistory,
  usePatchPlayback,
  useRemoveHistory,
  useUpdateList,
} from './useTitleChanges.js';
import { useHistory, useListItems, useMediaHistory, useMediaProfileMeta } from './useTitles.js';

const catalog = generatedTitles(100);
const [film, otherFilm, thirdFilm] = catalog.filter(({ mediaType }) => mediaType === 'movie').map(mediaIdOf) as [
  string,
  string,
  string,
];
const series = mediaIdOf(catalog.find(({ mediaType }) => mediaType === 'tv')!);
const badRequest = { kind: 'status', status: 400 } as const;

function useEverything(mediaId: string) {
  return {
    meta: useMediaProfileMeta(mediaId),
    withProviders: useMediaProfileMeta(mediaId, { providers: true }),
    liked: useListItems('liked'),
    disliked: useListItems('disliked'),
    history: useHistory(),
    own: useMediaHistory(mediaId, { season: mediaId === series ? 1 : undefined }),
    like: useUpdateList('liked'),
    dislike: useUpdateList('disliked'),
    superLike: useUpdateList('super_liked'),
    watchlist: useUpdateList('watchlist'),
    addHistory: useAddHistory(),
    patchHistory: usePatchHistory(),
    removeHistory: useRemoveHistory(),
    addPlayback: useAddPlayback(),
    patchPlayback: usePatchPlayback(),
  };
}

/** Renders all hooks in one component, for one title, and waits until everything has loaded. */
async function renderLoaded(
  mediaId = film,
  prepare?: (discovr: ReturnType<typeof createTestDiscovr>) => Promise<unknown>,
) {
  const discovr = createTestDiscovr({ catalog });
  await prepare?.(discovr);
  const { result } = renderHook(() => useEverything(mediaId), { wrapper: discovr.Wrapper });
  const { current } = result;
  await waitFor(() => {
    const { meta, withProviders, liked, disliked, history, own } = result.current;
    expect([meta, withProviders, liked, disliked, history, own].every(({ isSuccess }) => isSuccess)).toBe(true);
  });
  const ids = (list: 'liked' | 'disliked') =>
    result.current[list].data?.pages.flatMap(({ items }) => items.map(({ id }) => id));
  return { ...discovr, ...current, result, ids };
}

describe('a list mutation', () => {
  test('shows the like in all data of the title before the response, and keeps it', async () => {
    const { result, client, control, ids } = await renderLoaded();
    const item = { ...(await client.getMedia(film)), type: 'media', poster_path: null, backdrop_path: null } as const;
    control.setLatency(100);
    act(() => result.current.like.mutate({ mediaId: film, on: true, item }));
    await waitFor(() => expect(result.current.meta.data?.liked).toBe(true));
    expect(result.current.withProviders.data).toMatchObject({ liked: true, providers: expect.any(Array) });
    expect(ids('liked')).toEqual([film]);
    expect(result.current.like.isPending).toBe(true);
    await waitFor(() => expect(result.current.like.isSuccess).toBe(true));
    expect((await client.getLikedItems()).items.map(({ id }) => id)).toEqual([film]);
    expect(result.current.meta.data?.liked).toBe(true);
  });

  test('removes the title from the disliked list, and restores it in its place on failure', async () => {
    const { result, control, ids } = await renderLoaded(film, async ({ client }) => {
      for (const id of [otherFilm, film, thirdFilm]) await client.addDislikedItem(id);
    });
    const before = ids('disliked');
    expect(before).toEqual([thirdFilm, film, otherFilm]);
    control.setLatency(400);
    control.failNext(badRequest, { route: 'POST /profile/liked' });
    act(() => result.current.like.mutate({ mediaId: film, on: true }));
    await waitFor(() => expect(ids('disliked')).toEqual([thirdFilm, otherFilm]));
    await waitFor(() => expect(result.current.meta.data).toMatchObject({ liked: true, disliked: false }));
    await waitFor(() => expect(ids('disliked')).toEqual(before));
    await waitFor(() => expect(result.current.meta.data).toMatchObject({ liked: false, disliked: true }));
  });

  test('leaves no change in the cache when it and the next mutation both fail and all refetches fail', async () => {
    const { result, control, ids } = await renderLoaded();
    control.setLatency(100);
    control.failNext(badRequest, { route: 'POST /profile/liked' });
    control.failNext(badRequest, { route: 'POST /profile/disliked' });
    control.failNext({ kind: 'status', status: 404 }, { route: 'GET /profile/media/:id', times: 9 });
    act(() => result.current.like.mutate({ mediaId: film, on: true }));
    act(() => result.current.dislike.mutate({ mediaId: film, on: true }));
    await waitFor(() => expect(result.current.meta.data).toMatchObject({ liked: false, disliked: true }));
    await waitFor(() => expect(result.current.dislike.isError).toBe(true));
    expect(result.current.meta.data).toMatchObject({ liked: false, disliked: false });
    expect(ids('disliked')).toEqual([]);
  });

  test('reverts only its change on failure, not a later change', async () => {
    const { result, client, control } = await renderLoaded();
    control.setLatency(150);
    control.failNext(badRequest, { route: 'POST /profile/liked' });
    act(() => result.current.like.mutate({ mediaId: film, on: true }));
    act(() => result.current.watchlist.mutate({ mediaId: film, on: true }));
    await waitFor(() => expect(result.current.meta.data).toMatchObject({ liked: true, watchlist: true }));
    await waitFor(() => expect(result.current.meta.data?.liked).toBe(false));
    expect(result.current.meta.data?.watchlist).toBe(true);
    await waitFor(() => expect(result.current.watchlist.isSuccess).toBe(true));
    expect(await client.getMediaProfileMeta(film)).toMatchObject({ liked: false, watchlist: true });
  });

  test('is not undone by a first response that is older', async () => {
    const { client, queryClient, control, Wrapper } = createTestDiscovr({ catalog });
    const response = deferred<MediaProfileMeta>();
    const older = await client.getMediaProfileMeta(film);
    const get = vi.spyOn(client, 'getMediaProfileMeta').mockReturnValueOnce(response.promise);
    const { result } = renderHook(() => ({ meta: useMediaProfileMeta(film), like: useUpdateList('liked') }), {
      wrapper: Wrapper,
    });
    await waitFor(() => expect(get).toHaveBeenCalledOnce());
    await act(() => result.current.like.mutateAsync({ mediaId: film, on: true }));
    response.resolve(older);
    await untilQuiet({ control, queryClient });
    expect(result.current.meta.data?.liked).toBe(true);
  });

  test('is not undone by the response to an earlier request', async () => {
    const { result, client, queryClient } = await renderLoaded();
    const shown = () => queryClient.getQueryData(discovrTitleKeys.mediaProfileMeta(client, film));
    const response = deferred<MediaProfileMeta>();
    const sending = deferred<undefined>();
    const before = await client.getMediaProfileMeta(film);
    vi.spyOn(client, 'getMediaProfileMeta').mockReturnValueOnce(response.promise);
    const add = client.addLikedItem.bind(client);
    vi.spyOn(client, 'addLikedItem').mockImplementation((mediaId) => sending.promise.then(() => add(mediaId)));
    const older = watch(result.current.meta.refetch());
    act(() => result.current.like.mutate({ mediaId: film, on: true }));
    response.resolve(before);
    await waitFor(() => expect(older.status).toBe('resolved'));
    expect(result.current.like.isPending).toBe(true);
    expect(shown()).toMatchObject({ liked: true });
    sending.resolve(undefined);
    await waitFor(() => expect(result.current.like.isSuccess).toBe(true));
    expect(result.current.meta.data?.liked).toBe(true);
  });

  test('is rolled back when it fails although a response in between contained it', async () => {
    const { result, client, control } = await renderLoaded();
    control.setLatency(400);
    control.failNext(badRequest, { route: 'POST /profile/liked' });
    act(() => result.current.like.mutate({ mediaId: film, on: true }));
    await act(idle);
    control.setLatency(0);
    await client.addLikedItem(film);
    await act(() => result.current.meta.refetch());
    control.failNext({ kind: 'status', status: 404 }, { route: 'GET /profile/media/:id', times: 9 });
    expect(result.current.like.isPending).toBe(true);
    expect(result.current.meta.data?.liked).toBe(true);
    await waitFor(() => expect(result.current.like.isError).toBe(true));
    expect(result.current.meta.data?.liked).toBe(false);
  });

  test('is rolled back when it fails in a list that has continued in between', async () => {
    const { client, control, Wrapper } = createTestDiscovr({ catalog });
    for (const id of [otherFilm, film, thirdFilm]) await client.addDislikedItem(id);
    const { result } = renderHook(
      () => ({ like: useUpdateList('liked'), disliked: useListItems('disliked', { limit: 1 }) }),
      {
        wrapper: Wrapper,
      },
    );
    const ids = () => result.current.disliked.data?.pages.map(({ items }) => items.map(({ id }) => id));
    await waitFor(() => expect(ids()).toEqual([[thirdFilm]]));
    control.setLatency(400);
    control.failNext(badRequest, { route: 'POST /profile/liked' });
    act(() => result.current.like.mutate({ mediaId: thirdFilm, on: true }));
    await waitFor(() => expect(ids()).toEqual([[]]));
    control.setLatency(0);
    await act(() => result.current.disliked.fetchNextPage());
    await waitFor(() => expect(ids()).toEqual([[], [film]]));
    control.failNext({ kind: 'status', status: 404 }, { route: 'GET /profile/disliked', times: 9 });
    await waitFor(() => expect(result.current.like.isError).toBe(true));
    expect(ids()).toEqual([[thirdFilm], [film]]);
  });

  test('is shown until its last retry has failed', async () => {
    const { control, Wrapper } = createTestDiscovr({ catalog });
    const onError = vi.fn();
    const shown: unknown[] = [];
    const { result } = renderHook(
      () => {
        const meta = useMediaProfileMeta(film);
        if (meta.data?.liked !== shown.at(-1)) shown.push(meta.data?.liked);
        return { meta, like: useUpdateList('liked', { retry: 2, retryDelay: 50, onError }) };
      },
      { wrapper: Wrapper },
    );
    await waitFor(() => expect(result.current.meta.isSuccess).toBe(true));
    control.setLatency(20);
    control.failNext(badRequest, { route: 'POST /profile/liked', times: 3 });
    act(() => result.current.like.mutate({ mediaId: film, on: true }));
    await waitFor(() => expect(result.current.like.isError).toBe(true));
    expect(control.count('POST /profile/liked')).toBe(3);
    expect(onError).toHaveBeenCalledOnce();
    expect(shown).toEqual([false, true, false]);
  });

  test('sends a like and its removal in click order', async () => {
    const { result, client, control } = await renderLoaded();
    control.setLatency(100);
    act(() => result.current.superLike.mutate({ mediaId: film, on: true }));
    await act(idle);
    control.setLatency(0);
    await act(() => result.current.superLike.mutateAsync({ mediaId: film, on: false }));
    expect(result.current.meta.data?.super_liked).toBe(false);
    expect(await client.getMediaProfileMeta(film)).toMatchObject({ super_liked: false });
    const sent = control.requests.filter(({ path }) => path.startsWith('/profile/super_liked'));
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });
});

describe('a profile switch', () => {
  test.each([
    ['succeeds', undefined],
    ['fails', badRequest],
  ])('discards a pending change that %s later', async (_how, fault) => {
    const { result, client, control, queryClient } = await renderLoaded();
    const sam = control.profiles()[1]!.id;
    const key = discovrTitleKeys.mediaProfileMeta(client, film);
    control.setLatency(100);
    if (fault) control.failNext(fault, { route: 'POST /profile/liked' });
    const change = watch(result.current.like.mutateAsync({ mediaId: film, on: true }));
    await act(idle);
    control.setLatency(0);
    await act(() => client.selectProfile(sam));
    await waitFor(() => expect(result.current.meta.data?.liked).toBe(false));
    await waitFor(() => expect(change.status).toBe('rejected'));
    expect(change.error).toMatchObject({ name: 'AbortError' });
    expect(result.current.meta.data?.liked).toBe(false);
    expect(queryClient.getQueryData(key)).toBeUndefined();
  });

  test('prevents a queued change from being sent for the new profile', async () => {
    const { result, client, control } = await renderLoaded();
    const sam = control.profiles()[1]!.id;
    control.setLatency(100);
    const first = watch(result.current.like.mutateAsync({ mediaId: film, on: true }));
    const waiting = watch(result.current.watchlist.mutateAsync({ mediaId: film, on: true }));
    await act(idle);
    control.setLatency(0);
    await act(() => client.selectProfile(sam));
    await waitFor(() => expect([first.status, waiting.status]).toEqual(['rejected', 'rejected']));
    expect(control.count('POST /profile/watchlist')).toBe(0);
    expect(await client.getMediaProfileMeta(film)).toMatchObject({ watchlist: false });
  });
});

describe('history mutations', () => {
  test('show an episode’s progress immediately beside the season’s entry, and revert it on failure', async () => {
    const { result, control } = await renderLoaded(series, ({ client }) =>
      client.addHistoryItem(series, { season: 1 }),
    );
    const entries = () =>
      result.current.own.data?.pages.flatMap(({ items }) => items.map((item) => [item.episode, item.progress]));
    control.setLatency(100);
    control.failNext(badRequest, { route: 'PATCH /profile/history/:id' });
    act(() => result.current.patchHistory.mutate({ mediaId: series, season: 1, episode: 2, progress: 0 }));
    await waitFor(() =>
      expect(entries()).toEqual([
        [2, 0],
        [undefined, 100],
      ]),
    );
    await waitFor(() => expect(entries()).toEqual([[undefined, 100]]));
    act(() => result.current.patchHistory.mutate({ mediaId: series, season: 1, progress: 30 }));
    await waitFor(() => expect(entries()).toEqual([[undefined, 30]]));
    expect(result.current.history.data?.pages[0]?.items[0]).toMatchObject({ progress: 30, completed: false });
    await waitFor(() => expect(result.current.patchHistory.isSuccess).toBe(true));
  });

  test('mark a title as watched immediately, and refetch the history', async () => {
    const { result, control } = await renderLoaded();
    control.setLatency(100);
    act(() => result.current.addHistory.mutate({ mediaId: film }));
    await waitFor(() => expect(result.current.meta.data?.history).toBe(true));
    expect(result.current.addHistory.isPending).toBe(true);
    await waitFor(() =>
      expect(result.current.history.data?.pages[0]?.items[0]).toMatchObject({ id: film, progress: 100 }),
    );
  });

  test('remove a title immediately', async () => {
    const { result, client, control } = await renderLoaded(film, (discovr) => discovr.client.addHistoryItem(film));
    control.setLatency(100);
    act(() => result.current.removeHistory.mutate({ mediaId: film }));
    await waitFor(() => expect(result.current.history.data?.pages[0]?.items).toEqual([]));
    expect(result.current.meta.data?.history).toBe(false);
    await waitFor(() => expect(result.current.removeHistory.isSuccess).toBe(true));
    expect((await client.getHistoryItems()).items).toEqual([]);
  });
});

describe('playback mutations', () => {
  test('make a title resumable immediately, and then change its position', async () => {
    const { result, client, control } = await renderLoaded(series);
    control.setLatency(100);
    act(() => result.current.addPlayback.mutate({ mediaId: series, progress: 12 }));
    await waitFor(() => expect(result.current.meta.data?.playback).toMatchObject({ resumable: true, progress: 12 }));
    expect(result.current.addPlayback.isPending).toBe(true);
    await act(() => result.current.patchPlayback.mutateAsync({ mediaId: series, season: 1, episode: 2 }));
    const moved = { resumable: true, progress: 12, season: 1, episode: 2 };
    expect(result.current.meta.data?.playback).toMatchObject(moved);
    expect((await client.getMediaProfileMeta(series)).playback).toMatchObject(moved);
  });

  test('do not create a playback that was never started', async () => {
    const { result } = await renderLoaded();
    act(() => result.current.patchPlayback.mutate({ mediaId: film, progress: 40 }));
    await waitFor(() => expect(result.current.patchPlayback.error).toMatchObject({ code: 'NOT_FOUND' }));
    expect(result.current.meta.data?.playback).toBeUndefined();
  });
});
