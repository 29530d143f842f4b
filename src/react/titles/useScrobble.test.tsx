import { act, render, renderHook, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deferred, until } from '../../../test/support/promises.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { MediaProfileMeta } from '../../api/mediaFacts.js';
import { generatedTitles } from '../../emulator/catalog/catalog.js';
import { mediaIdOf } from '../../emulator/titles/mediaItem.js';
import { WithProfile } from '../../components/SessionGates/SessionGates.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { useHistory, useMediaProfileMeta } from './useTitles.js';
import { useScrobble, type UseScrobbleOptions } from './useScrobble.js';

const catalog = generatedTitles(50);
const series = mediaIdOf(catalog.find(({ mediaType }) => mediaType === 'tv')!);
const film = mediaIdOf(catalog.find(({ mediaType }) => mediaType === 'movie')!);

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

async function renderPlayer(options: UseScrobbleOptions = {}, mediaId = film) {
  const discovr = createTestDiscovr({ catalog });
  await discovr.client.getMedia(mediaId);
  const { result, rerender } = renderHook((current: UseScrobbleOptions) => useScrobble(mediaId, current), {
    wrapper: discovr.Wrapper,
    initialProps: options,
  });
  const reportCount = () => discovr.control.count('POST /profile/scrobble/:id');
  /** Reports progress every 250 milliseconds, like a player. */
  const play = (seconds: number) => {
    for (let quarter = 0; quarter < seconds * 4; quarter += 1) {
      act(() => {
        result.current.report('playing', 10 + quarter / 100);
        vi.advanceTimersByTime(250);
      });
    }
  };
  return { ...discovr, result, rerender, reportCount, play };
}

test.each([
  [undefined, 4],
  [20_000, 3],
  [1, 6],
  [100_000, 2],
])(
  'useScrobble reports every 10 to 30 seconds during playback (interval %s: %s times a minute)',
  async (intervalMs, times) => {
    const { play, reportCount } = await renderPlayer({ intervalMs });
    play(59);
    await act(() => until(() => reportCount() >= times));
    expect(reportCount()).toBe(times);
  },
);

test.each(['paused', 'resumed', 'ended'] as const)(
  'useScrobble reports the event "%s" immediately, and restarts the interval',
  async (event) => {
    const { result, play, reportCount } = await renderPlayer();
    play(10);
    act(() => result.current.report(event, 20));
    play(14);
    await act(() => until(() => reportCount() >= 2));
    expect(reportCount()).toBe(2);
    play(3);
    await act(() => until(() => reportCount() >= 3));
    expect(reportCount()).toBe(3);
  },
);

test('useScrobble reports immediately when another episode is played', async () => {
  const { rerender, play, reportCount, client } = await renderPlayer({ tv: { season: 1, episode: 1 } }, series);
  play(2);
  rerender({ tv: { season: 1, episode: 2 } });
  play(2);
  await act(() => until(() => reportCount() >= 2));
  expect((await client.getMediaProfileMeta(series)).playback).toMatchObject({ season: 1, episode: 2 });
});

test('useScrobble ignores a progress of NaN, and limits progress to 100', async () => {
  const { result, reportCount, client } = await renderPlayer();
  act(() => result.current.report('playing', Number.NaN));
  act(() => result.current.report('ended', 100.000_1));
  await act(() => until(() => reportCount() >= 1));
  await act(() => until(() => result.current.error === null));
  expect(reportCount()).toBe(1);
  await waitFor(async () =>
    expect((await client.getHistoryItems()).items[0]).toMatchObject({ id: film, progress: 100 }),
  );
});

test('useScrobble returns the error of a failed report, and continues', async () => {
  const onError = vi.fn();
  const { result, control, reportCount } = await renderPlayer({ onError });
  control.failNext({ kind: 'status', status: 400 }, { route: 'POST /profile/scrobble/:id' });
  act(() => result.current.report('paused', 20));
  await waitFor(() => expect(result.current.error).toMatchObject({ status: 400 }));
  expect(onError).toHaveBeenCalledOnce();
  act(() => result.current.report('resumed', 20));
  await waitFor(() => expect(result.current.error).toBeNull());
  expect(reportCount()).toBe(2);
});

test('useScrobble refetches the title on pause and the history at the end, but nothing during playback', async () => {
  const { Wrapper, control } = createTestDiscovr({ catalog });
  const { result } = renderHook(
    () => ({ scrobble: useScrobble(film), meta: useMediaProfileMeta(film), history: useHistory() }),
    { wrapper: Wrapper },
  );
  await waitFor(() => expect(result.current.meta.isSuccess && result.current.history.isSuccess).toBe(true));
  const reportCount = () => control.count('POST /profile/scrobble/:id');
  act(() => result.current.scrobble.report('playing', 30));
  await act(() => until(() => reportCount() === 1));
  expect(result.current.meta.data?.playback).toBeUndefined();
  act(() => result.current.scrobble.report('paused', 31));
  await waitFor(() => expect(result.current.meta.data?.playback).toMatchObject({ resumable: true, progress: 31 }));
  expect(control.count('GET /profile/history')).toBe(1);
  act(() => result.current.scrobble.report('ended', 100));
  await waitFor(() => expect(result.current.history.data?.pages[0]?.items).toHaveLength(1));
  expect(control.count('GET /profile/media/:id')).toBe(3);
});

test('useScrobble is not undone by a first response that is older than the report', async () => {
  const { client, control, queryClient, Wrapper } = createTestDiscovr({ catalog });
  const response = deferred<MediaProfileMeta>();
  const older = await client.getMediaProfileMeta(film);
  const get = vi.spyOn(client, 'getMediaProfileMeta').mockReturnValueOnce(response.promise);
  const { result } = renderHook(() => ({ scrobble: useScrobble(film), meta: useMediaProfileMeta(film) }), {
    wrapper: Wrapper,
  });
  await waitFor(() => expect(get).toHaveBeenCalledOnce());
  act(() => result.current.scrobble.report('playing', 30));
  await waitFor(() => expect(get).toHaveBeenCalledTimes(2));
  response.resolve(older);
  await untilQuiet({ control, queryClient });
  expect(result.current.meta.data?.playback).toMatchObject({ progress: 30 });
});

test('useScrobble reports a jump', async () => {
  const { result, control } = await renderPlayer();
  act(() => result.current.skip(10, 30, 600));
  await act(() => until(() => control.count('POST /profile/scrobble/:id/skip') === 1));
  expect(result.current.error).toBeNull();
});

test('useScrobble reports nothing for another profile when the player is left by a profile switch', async () => {
  const discovr = createTestDiscovr({ catalog });
  const onError = vi.fn<() => void>();
  function Player() {
    const { report } = useScrobble(film, { onError });
    useEffect(() => () => report('paused', 90), [report]);
    return null;
  }
  render(
    <discovr.Wrapper>
      <WithProfile>
        <Player />
      </WithProfile>
    </discovr.Wrapper>,
  );
  await act(() => discovr.client.ready());
  await act(() => discovr.client.selectProfile(discovr.control.profiles()[1]!.id));
  await untilQuiet(discovr);
  expect(discovr.control.count('POST /profile/scrobble/:id')).toBe(0);
});

test('useScrobble limits a jump to 100 percent, and ignores one whose duration is unknown', async () => {
  const { result, control } = await renderPlayer();
  act(() => result.current.skip(10, NaN, 5));
  act(() => result.current.skip(10, 100.001, 5));
  await act(() => until(() => control.count('POST /profile/scrobble/:id/skip') === 1));
  expect(result.current.error).toBeNull();
});

test('useScrobble returns functions that are stable across renders while the episode stays the same', async () => {
  const { result, rerender } = await renderPlayer({ tv: { season: 1, episode: 1 } }, series);
  const before = result.current;
  rerender({ tv: { season: 1, episode: 1 } });
  expect([result.current.report, result.current.skip]).toEqual([before.report, before.skip]);
});
