import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { expectConsole } from '../../../test/setup/console.js';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
import { adaptSdk } from '../../client/browserClient.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { generatedTitles } from '../../emulator/catalog/catalog.js';
import { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { prefetchPage, type PrefetchTarget } from './prefetchPage.js';
import { discovrKeys } from '../query/keys.js';
import { useCreatePage, usePage, usePrefetchPage } from './usePage.js';
import { useRows } from './useRows.js';

const catalog = generatedTitles(300);
const comedies = { pageFilters: { genres: [35] } };

/** Creates a test setup whose session is known, and counts its page requests. */
async function testDiscovr(options: TestDiscovrOptions = {}) {
  const { client, queryClient, control, ...discovr } = createTestDiscovr({ catalog, ...options });
  onTestFinished(client.connect());
  await vi.waitFor(() => expect(client.getSession().status).toBe(options.session ?? 'active'));
  return {
    ...discovr,
    client,
    queryClient,
    control,
    prefetch: (target: PrefetchTarget) => prefetchPage(client, queryClient, target),
    asked: () => control.requests.filter(({ path }) => path.startsWith('/pages')).length,
  };
}

describe('a prefetched page', () => {
  test('is shown with its hero and rows in the first render', async () => {
    const { prefetch, asked, client, Wrapper } = await testDiscovr();
    await prefetch(comedies);
    expect(asked()).toBe(3);
    const { id } = await client.createPage(comedies);
    const { result } = renderHook(() => [usePage(id), useRows(id)] as const, { wrapper: Wrapper });
    expect(result.current[0].data?.hero).toHaveLength(10);
    expect(result.current[1].data?.pages).toHaveLength(1);
  });

  test('is not created or fetched again by another prefetch', async () => {
    const { prefetch, asked, control } = await testDiscovr();
    await prefetch(comedies);
    await prefetch(comedies);
    expect(asked()).toBe(3);
    expect(control.count('POST /pages')).toBe(1);
  });

  test('is fetched by its id if it exists', async () => {
    const { prefetch, client, control } = await testDiscovr();
    const { id } = await client.createPage(comedies);
    await prefetch({ pageId: id });
    expect(control.count('POST /pages')).toBe(1);
    expect(control.count('GET /pages/:id/rows')).toBe(1);
  });

  test('has the rows of its replacement when its session has expired', async () => {
    const { prefetch, client, control, Wrapper } = await testDiscovr();
    const { id } = await client.createPage(comedies);
    control.outdatePages();
    await prefetch({ pageId: id });
    const { result } = renderHook(() => [usePage(id), useRows(id)] as const, { wrapper: Wrapper });
    const [page, rows] = result.current;
    expect(page.data?.id).not.toBe(id);
    expect(rows.data?.pages.map((batch) => batch.pageId)).toEqual([page.data?.id]);
  });
});

test('prefetching does not replace a page on screen, even an outdated one', async () => {
  const { prefetch, client, control, Wrapper } = await testDiscovr();
  const { result } = renderHook(() => useCreatePage(), { wrapper: Wrapper });
  const { id } = await act(() => result.current.mutateAsync(comedies));
  const shown = renderHook(() => [usePage(id), useRows(id)] as const, { wrapper: Wrapper });
  await waitFor(() => expect(shown.result.current[0].data?.id).toBe(id));
  await waitFor(() => expect(shown.result.current[1].data?.pages).toHaveLength(1));
  control.expireSession();
  control.outdatePages();
  await act(() => client.createPage({ pageFilters: { genres: [18] } }));
  const pages = shown.result.current.map(({ data }) => data);
  await act(() => prefetch({ pageId: id }));
  expect(shown.result.current.map(({ data }) => data)).toEqual(pages);
  expect(control.count('GET /pages/:id/rows')).toBe(1);
});

describe('prefetchPage', () => {
  test.each([
    ['when offline', (control: TestDiscovr['control']) => control.setOffline(true)],
    [
      'when the server fails',
      (control: TestDiscovr['control']) => control.failNext({ kind: 'status', status: 500 }, { times: 100 }),
    ],
  ])('resolves without data %s, and the page is requested when it is shown', async (_name, spoil) => {
    const { prefetch, client, control, Wrapper } = await testDiscovr({ client: { retries: 0 } });
    const { id } = await client.createPage(comedies);
    spoil(control);
    await expect(prefetch({ pageId: id })).resolves.toBe(false);
    await expect(prefetch({ pageFilters: { genres: [18] } })).resolves.toBe(false);
    control.setOffline(false);
    control.clearFaults();
    const { result } = renderHook(() => usePage(id), { wrapper: Wrapper });
    await waitFor(() => expect(result.current.data?.id).toBe(id));
  });

  test.each([
    ['signedIn', /prefetchPage\(\) fetched nothing, because no profile is active/],
    ['signedOut', /prefetchPage\(\) fetched nothing, because no user is signed in/],
  ] as const)('sends no request without a profile, and logs why (%s)', async (session, reason) => {
    expectConsole(reason);
    const { prefetch, control } = await testDiscovr({ session });
    await prefetch(comedies);
    expect(control.requests).toEqual([]);
  });

  test('needs the id of the profile before the client knows its session, as on a server', async () => {
    expectConsole(/because the client does not know its session yet. On a server, pass the profile/);
    const { client, queryClient, control, profileId } = createTestDiscovr({ catalog });
    await prefetchPage(client, queryClient, comedies);
    expect(control.requests).toEqual([]);
    await prefetchPage(client, queryClient, comedies, { profileId, rails: 2 });
    expect(queryClient.getQueryData(discovrKeys.createPage(client, comedies))).toBeDefined();
    expect(control.count('GET /pages/:id/rows/:id/items')).toBe(2);
  });

  test('caches nothing for a profile when the client is at another one, and logs why', async () => {
    expectConsole(/because another profile is active on this client/);
    const { client, queryClient, control } = createTestDiscovr({ catalog });
    const other = control.profiles()[1]!.id;
    await prefetchPage(client, queryClient, comedies, { profileId: other });
    const cached = queryClient.getQueriesData({
      queryKey: discovrKeys.scope({ clientId: client.clientId, profileId: other }),
    });
    expect(cached.filter(([, data]) => data !== undefined)).toEqual([]);
  });

  test('caches no page of the previous profile for the next profile', async () => {
    const { prefetch, client, control, queryClient } = await testDiscovr();
    await client.createPage();
    control.setLatency(20);
    const prefetched = prefetch(comedies);
    await client.selectProfile(control.profiles()[1]!.id);
    await prefetched;
    expect(queryClient.getQueriesData({ queryKey: discovrKeys.scope(client) })).toEqual([]);
  });

  test('fetches the page but no rows with an SDK that cannot fetch rows', async () => {
    const sdk = adaptSdk(new MinimalSdk(createEmulator()));
    const { queryClient } = await testDiscovr();
    onTestFinished(sdk.connect());
    await vi.waitFor(() => expect(sdk.getSession().status).toBe('active'));
    await prefetchPage(sdk, queryClient, comedies);
    expect(
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ state }) => state.status),
    ).toEqual(['success', 'success']);
  });
});

describe('usePrefetchPage', () => {
  const setUp = async () => {
    const discovr = await testDiscovr();
    vi.useFakeTimers();
    const hook = renderHook(() => usePrefetchPage(), { wrapper: discovr.Wrapper });
    return { ...discovr, ...hook, createPage: vi.spyOn(discovr.client, 'createPage') };
  };

  test('prefetches after 100 milliseconds', async () => {
    const { result, createPage } = await setUp();
    result.current(comedies);
    await vi.advanceTimersByTimeAsync(99);
    expect(createPage).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(createPage).toHaveBeenCalledOnce();
  });

  test('prefetches only the last target, and no target that was canceled', async () => {
    const { result, createPage } = await setUp();
    result.current(comedies)();
    const cancelPrevious = result.current(comedies);
    result.current({ pageFilters: { genres: [18] } });
    cancelPrevious();
    await vi.advanceTimersByTimeAsync(200);
    expect(createPage.mock.calls.map(([payload]) => payload)).toEqual([{ pageFilters: { genres: [18] } }]);
  });

  test('prefetches nothing after it is unmounted', async () => {
    const { result, createPage, unmount } = await setUp();
    result.current(comedies);
    unmount();
    await vi.advanceTimersByTimeAsync(200);
    expect(createPage).not.toHaveBeenCalled();
  });
});

test('resolves with whether the hero and the rows are there', async () => {
  const { prefetch, control } = await testDiscovr();
  control.failNext({ kind: 'status', status: 503 }, { times: 9, route: 'GET /pages/:id/rows' });
  expect(await prefetch(comedies)).toBe(false);
  control.clearFaults();
  expect(await prefetch(comedies)).toBe(true);
});
