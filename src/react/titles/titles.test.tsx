import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
import { failureOf } from '../../../test/support/promises.js';
import { onPageReplaced } from '../pages/pageHealing.js';
import type { PageReplaced } from '../pages/pageReplacements.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { generatedTitles } from '../../emulator/catalog/catalog.js';
import { mediaIdOf } from '../../emulator/titles/mediaItem.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { DiscovrProvider } from '../provider/DiscovrProvider.js';
import { discovrTitleKeys } from '../query/keys.js';
import { useSession } from '../session/useSession.js';
import type { DiscovrError } from '../../shared/errors.js';
import { useHistory, useListItems, useMedia, useMediaHistory, useMediaProfileMeta } from './useTitles.js';
import { useAddHistory, useUpdateList } from './useTitleChanges.js';
import { usePage } from '../pages/usePage.js';
import { useRowItems, useRows } from '../pages/useRows.js';
import { useScrobble } from './useScrobble.js';

const catalog = generatedTitles(300);
const films = catalog.filter(({ mediaType }) => mediaType === 'movie').map(mediaIdOf);
const series = mediaIdOf(catalog.find(({ mediaType }) => mediaType === 'tv')!);

/** Creates a test setup with a page, and the id of the page's first row. */
async function withPage(options?: TestDiscovrOptions) {
  const discovr = createTestDiscovr({ catalog, ...options });
  const { id: pageId } = await discovr.client.createPage();
  const { rows } = await discovr.client.getRows(pageId, { limit: 1 });
  return { ...discovr, pageId, rowId: rows[0]!.id };
}

/** Expires the session and mints another, which outdates all existing pages. */
async function renewSession({ client, control }: Pick<Awaited<ReturnType<typeof withPage>>, 'client' | 'control'>) {
  control.expireSession();
  control.outdatePages();
  await act(() => client.createPage());
}

describe('a page', () => {
  test('loads its hero, its rows and their items in batches', async () => {
    const { Wrapper, pageId, rowId } = await withPage();
    const { result } = renderHook(
      () => ({
        page: usePage(pageId),
        rows: useRows(pageId, { limit: 2 }),
        items: useRowItems(pageId, rowId, { limit: 3 }),
      }),
      { wrapper: Wrapper },
    );
    await waitFor(() => expect(result.current.page.data?.hero).toHaveLength(10));
    await waitFor(() => expect(result.current.rows.data?.pages).toHaveLength(1));
    await waitFor(() => expect(result.current.items.data?.pages).toHaveLength(1));
    await act(async () => {
      await Promise.all([result.current.rows.fetchNextPage(), result.current.items.fetchNextPage()]);
    });
    await waitFor(() => expect(result.current.items.data?.pages).toHaveLength(2));
    const rows = result.current.rows.data?.pages.flatMap((batch) => batch.rows) ?? [];
    const items = result.current.items.data?.pages.flatMap((batch) => batch.items) ?? [];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(4);
    expect(new Set(items.map(({ id }) => id)).size).toBe(6);
  });

  test('has no next batch after its last row', async () => {
    const { Wrapper, pageId } = await withPage();
    const { result } = renderHook(() => useRows(pageId, { limit: 50 }), { wrapper: Wrapper });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(result.current.hasNextPage).toBe(false);
  });

  test('ends its rows when the server repeats a token', async () => {
    const sdk = Object.assign(new MinimalSdk(createEmulator()), {
      getRows: async () => ({ rows: [], hasMore: true, nextPageToken: 'again' }),
    });
    const { result } = renderHook(() => useRows('p'), {
      wrapper: ({ children }) => <DiscovrProvider client={sdk}>{children}</DiscovrProvider>,
    });
    await waitFor(() => expect(result.current.hasNextPage).toBe(true));
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(result.current.hasNextPage).toBe(false));
  });
});

test('a list is not requested until a profile is active and the app enables it', async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { enabled: true, networkMode: 'online' } } });
  const { Wrapper, client, control } = createTestDiscovr({ session: 'signedIn', provider: { queryClient } });
  const { result, rerender } = renderHook(({ enabled }) => useListItems('liked', { enabled }), {
    wrapper: Wrapper,
    initialProps: { enabled: false },
  });
  await waitFor(() => expect(client.getSession().status).toBe('signedIn'));
  rerender({ enabled: true });
  expect(result.current).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
  rerender({ enabled: false });
  await act(() => client.selectProfile(control.profiles()[0]!.id));
  expect(control.count('GET /profile/liked')).toBe(0);
  rerender({ enabled: true });
  await waitFor(() => expect(result.current.data?.pages[0]?.items).toEqual([]));
});

describe('renewing the session', () => {
  test('does not refetch the items of a rail, even when the rail changes its row or is mounted again', async () => {
    const discovr = await withPage();
    const { Wrapper, control, pageId, rowId } = discovr;
    const { rows } = await discovr.client.getRows(pageId);
    const render = () =>
      renderHook(({ row, enabled }) => useRowItems(pageId, row, { enabled }), {
        wrapper: Wrapper,
        initialProps: { row: rowId, enabled: true },
      });
    const rail = render();
    await waitFor(() => expect(rail.result.current.isSuccess).toBe(true));
    rail.rerender({ row: rows[1]!.id, enabled: true });
    await waitFor(() => expect(rail.result.current.isSuccess).toBe(true));
    const asked = () => control.requests.filter(({ path }) => path.endsWith('/items')).length;
    const before = asked();
    await renewSession(discovr);
    rail.rerender({ row: rowId, enabled: false });
    rail.rerender({ row: rowId, enabled: true });
    rail.unmount();
    const again = render();
    expect(again.result.current).toMatchObject({ isSuccess: true, fetchStatus: 'idle' });
    expect(asked()).toBe(before);
    await act(() => again.result.current.fetchNextPage());
    await waitFor(() => expect(again.result.current.data?.pages).toHaveLength(2));
    expect(again.result.current.error).toBeNull();
  });

  test('keeps the rows on screen, and a remount shows the rows of the replacement page', async () => {
    const discovr = await withPage();
    const { Wrapper, control, pageId } = discovr;
    const shown = renderHook(() => useRows(pageId), { wrapper: Wrapper });
    await waitFor(() => expect(shown.result.current.isSuccess).toBe(true));
    const rows = shown.result.current.data;
    const asked = control.count('GET /pages/:id/rows');
    await renewSession(discovr);
    expect(shown.result.current).toMatchObject({ data: rows, error: null, fetchStatus: 'idle' });
    expect(control.count('GET /pages/:id/rows')).toBe(asked);
    shown.unmount();
    const again = renderHook(() => useRows(pageId), { wrapper: Wrapper });
    await waitFor(() => expect(again.result.current.data?.pages[0]?.pageId).not.toBe(pageId));
    expect(again.result.current.data?.pages[0]?.rows[0]?.pageId).not.toBe(pageId);
  });

  test('continues rows from the replacement page, and skips rows that are already listed', async () => {
    const discovr = await withPage();
    const { Wrapper, pageId, control } = discovr;
    const { result } = renderHook(() => useRows(pageId, { limit: 2 }), { wrapper: Wrapper });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    const shown = result.current.data?.pages[0]?.rows;
    await renewSession(discovr);
    const created = control.count('POST /pages');
    for (let batch = 1; batch < 4; batch++) {
      await act(() => result.current.fetchNextPage());
      await waitFor(() => expect(result.current.data?.pages).toHaveLength(batch + 1));
    }
    const rows = result.current.data?.pages.flatMap((batch) => batch.rows) ?? [];
    expect(rows.slice(0, 2)).toEqual(shown);
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.slice(2).map((row) => row.pageId)).has(pageId)).toBe(false);
    const looks = rows.map(({ type, title }) => `${type} ${title}`);
    expect(new Set(looks).size).toBe(looks.length);
    expect(control.count('POST /pages')).toBe(created + 1);
  });

  test('recreates a page on screen once, in the background, for all components that show it', async () => {
    const discovr = await withPage();
    const { Wrapper, client, pageId, control } = discovr;
    const replaced = vi.fn<(page: PageReplaced) => void>();
    onPageReplaced(client, replaced);
    const { result } = renderHook(
      () => ({ page: usePage(pageId), same: usePage(pageId), rows: useRows(pageId, { limit: 2 }) }),
      { wrapper: Wrapper },
    );
    await waitFor(() => expect(result.current.page.data?.hero).toHaveLength(10));
    await waitFor(() => expect(result.current.rows.data?.pages).toHaveLength(1));
    const { page } = result.current;
    const created = control.count('POST /pages');
    await renewSession(discovr);
    await waitFor(() => expect(replaced).toHaveBeenCalledTimes(1));
    await act(() => result.current.rows.fetchNextPage());
    await waitFor(() => expect(result.current.rows.data?.pages[1]?.pageId).toBe(replaced.mock.calls[0]![0].to));
    expect(result.current.page.data).toBe(page.data);
    // `renewSession` created one page; the other is the replacement.
    expect(control.count('POST /pages')).toBe(created + 2);
  });

  test('ends the rows with one error when the page cannot be recreated', async () => {
    const discovr = await withPage();
    const { Wrapper, pageId, control } = discovr;
    const { result } = renderHook(() => useRows(pageId, { limit: 2 }), { wrapper: Wrapper });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    await renewSession(discovr);
    control.failNext({ kind: 'status', status: 401, code: 'SESSION_EXPIRED' }, { route: 'GET /pages/:id', times: 9 });
    const created = control.count('POST /pages');
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(result.current.error).toMatchObject({ code: 'SESSION_EXPIRED' }));
    expect(result.current.data?.pages).toHaveLength(1);
    expect(control.count('POST /pages')).toBe(created + 1);
  });
});

describe('a title', () => {
  test('has details and profile data, with watch providers only on request', async () => {
    const { Wrapper } = createTestDiscovr({ catalog });
    const { result } = renderHook(
      () => ({
        media: useMedia(series),
        meta: useMediaProfileMeta(series),
        withProviders: useMediaProfileMeta(series, { providers: true }),
      }),
      { wrapper: Wrapper },
    );
    await waitFor(() => expect(result.current.media.data).toMatchObject({ id: series, media_type: 'tv' }));
    await waitFor(() => expect(result.current.withProviders.data?.providers).toBeInstanceOf(Array));
    await waitFor(() => expect(result.current.meta.data).toMatchObject({ liked: false, watchlist: false }));
    expect(result.current.meta.data?.providers).toBeUndefined();
  });

  test('has a history, and the full history contains its entries', async () => {
    const { Wrapper, client } = createTestDiscovr({ catalog });
    await client.addHistoryItem(series, { season: 1 });
    await client.addHistoryItem(films[0]!);
    const { result } = renderHook(
      () => ({ all: useHistory({ limit: 1 }), own: useMediaHistory(series, { season: 1 }) }),
      {
        wrapper: Wrapper,
      },
    );
    await waitFor(() => expect(result.current.own.data?.pages[0]?.items).toHaveLength(1));
    expect(result.current.own.data?.pages[0]?.items[0]).toMatchObject({ id: series, season: 1 });
    await waitFor(() => expect(result.current.all.data?.pages[0]?.items[0]?.id).toBe(films[0]));
    await act(() => result.current.all.fetchNextPage());
    await waitFor(() => expect(result.current.all.data?.pages[1]?.items[0]?.id).toBe(series));
  });

  test('has the history of the requested season, and reports an error when the season is missing', async () => {
    const { Wrapper, client, control } = createTestDiscovr({ catalog });
    await client.addHistoryItem(series, { season: 1 });
    await client.addHistoryItem(series, { season: 2 });
    const seasonGiven: { season?: number } = { season: 2 };
    const { result, rerender } = renderHook(({ season }) => useMediaHistory(series, { season }), {
      wrapper: Wrapper,
      initialProps: seasonGiven,
    });
    await waitFor(() => expect(result.current.data?.pages[0]?.items).toMatchObject([{ season: 2 }]));
    rerender({});
    await waitFor(() => expect(result.current.error).toMatchObject({ code: 'VALIDATION_FAILED' }));
    expect(control.count('GET /profile/history/:id')).toBe(1);
  });

  test('is removed from the cache on a profile switch', async () => {
    const { Wrapper, client, control, queryClient } = createTestDiscovr({ catalog });
    const { result } = renderHook(() => useMediaProfileMeta(series), { wrapper: Wrapper });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    const key = discovrTitleKeys.mediaProfileMeta(client, series);
    await act(() => client.selectProfile(control.profiles()[1]!.id));
    expect(queryClient.getQueryData(key)).toBeUndefined();
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
  });

  test('reports NOT_FOUND when it does not exist', async () => {
    const { Wrapper, client } = createTestDiscovr({ catalog });
    const { result } = renderHook(() => useMedia('MV_999999'), { wrapper: Wrapper });
    await waitFor(() => expect(result.current.error).toMatchObject({ code: 'NOT_FOUND' }));
    expect(await failureOf(client.getMedia('MV_999999'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('with an SDK that lacks the methods about titles', () => {
  const sdk = new MinimalSdk(createEmulator());
  const wrapper = ({ children }: { children?: ReactNode }) => (
    <DiscovrProvider client={sdk}>{children}</DiscovrProvider>
  );
  const lacks = (method: string) => ({ code: 'NOT_SUPPORTED', message: expect.stringContaining(`lacks ${method}`) });

  test.each<[string, string, () => { error: DiscovrError | null }]>([
    ['useRows()', 'getRows()', () => useRows('p')],
    ['useListItems()', 'getWatchlistItems()', () => useListItems('watchlist')],
    ['useMediaProfileMeta()', 'getMediaProfileMeta()', () => useMediaProfileMeta(series)],
  ])('%s has an error that names %s', async (_name, method, useIt) => {
    const { result } = renderHook(() => useIt(), { wrapper });
    await waitFor(() => expect(result.current.error).toMatchObject(lacks(method)));
  });

  test('mutations and reports of playback fail when they are used', async () => {
    const { result } = renderHook(
      () => ({
        like: useUpdateList('liked'),
        addHistory: useAddHistory(),
        scrobble: useScrobble(series),
        session: useSession(),
      }),
      { wrapper },
    );
    await waitFor(() => expect(result.current.session.status).toBe('active'));
    act(() => {
      result.current.like.mutate({ mediaId: series, on: true });
      result.current.addHistory.mutate({ mediaId: series, season: 1 });
      result.current.scrobble.skip(10, 20, 30);
    });
    await waitFor(() => expect(result.current.like.error).toMatchObject(lacks('addLikedItem()')));
    await waitFor(() => expect(result.current.addHistory.error).toMatchObject(lacks('addHistoryItem()')));
    await waitFor(() => expect(result.current.scrobble.error).toMatchObject(lacks('scrobbleSkip()')));
  });
});
