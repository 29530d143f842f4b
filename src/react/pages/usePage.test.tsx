import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { returningPages } from '../../../test/support/returningPages.js';
import { DiscovrClient } from '../../client/browserClient.js';
import type { PageReplaced } from './pageReplacements.js';
import { useDiscovrPage } from '../../components/DiscovrPage/useDiscovrPage.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { memoryCredentialStore } from '../../session/credential.js';
import { RENEWAL_LEAST_MS } from '../../session/clock.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { DiscovrProvider } from '../provider/DiscovrProvider.js';
import { discovrKeys } from '../query/keys.js';
import { pageHealingOf } from './pageHealing.js';
import { usePage } from './usePage.js';

test('a page of an expired session is recreated once for all components, under its old id', async () => {
  const { Wrapper, client, control } = createTestDiscovr();
  const { id } = await client.createPage({ pageFilters: { genres: [35] } });
  control.outdatePages();
  const { result } = renderHook(() => [usePage(id), usePage(id, { staleTime: 0 })] as const, { wrapper: Wrapper });
  await waitFor(() => expect(result.current[0].data?.hero).toHaveLength(10));
  expect(result.current[0].data?.id).not.toBe(id);
  expect(result.current[1].data).toBe(result.current[0].data);
  expect(control.count('POST /pages')).toBe(2);
});

test('a page that cannot be recreated reports the error', async () => {
  const { Wrapper, client, control } = createTestDiscovr();
  const { id } = await client.createPage({ pageFilters: { genres: [35] } });
  control.outdatePages();
  control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED' }, { route: 'POST /pages' });
  const { result } = renderHook(() => usePage(id), { wrapper: Wrapper });
  await waitFor(() => expect(result.current.error?.code).toBe('VALIDATION_FAILED'));
  const again = await act(() => result.current.refetch());
  expect(again.data?.hero).toHaveLength(10);
});

/** Creates two clients, like two tabs of a browser. The server alternates between two ids for their page. */
async function inTwoTabs() {
  let time = Date.now();
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const emulator = createEmulator({ now: () => time });
  const [profile] = emulator.control.profiles();
  const options = {
    fetch: returningPages(emulator.fetch, ['page_A', 'page_B']),
    credentialStore: memoryCredentialStore(emulator.issueCredential({ profileId: profile!.id })),
  };
  const here = new DiscovrClient('healing', options);
  const there = new DiscovrClient('healing', options);
  onTestFinished(there.connect());
  const { id } = await here.createPage();
  expect(id).toBe('page_A');
  return {
    control: emulator.control,
    Wrapper: ({ children }: { children?: ReactNode }) => <DiscovrProvider client={here}>{children}</DiscovrProvider>,
    /** Mints a session in the other tab, and waits until this tab adopts it. */
    async renewThere() {
      const taken = vi.fn();
      const undo = here.onSessionRefreshed(taken);
      emulator.control.expireSession();
      emulator.control.outdatePages();
      // Sessions created in the same second cannot be distinguished.
      time += 1_000;
      // A page that was just created is not recreated.
      vi.advanceTimersByTime(RENEWAL_LEAST_MS);
      await act(() => there.getWatchlistItems());
      await waitFor(() => expect(taken).toHaveBeenCalledTimes(2));
      undo();
    },
  };
}

test('a page keeps working when another tab mints sessions and the page gets a previous id back', async () => {
  const { Wrapper, renewThere, control } = await inTwoTabs();
  const onPageReplaced = vi.fn<(replaced: PageReplaced) => void>();
  const { result } = renderHook(() => useDiscovrPage({ pageId: 'page_A', onPageReplaced }), { wrapper: Wrapper });
  await waitFor(() => expect(result.current.status).toBe('ready'));
  await waitFor(() => expect(result.current.isLoadingRows).toBe(false));

  for (const present of ['page_B', 'page_A', 'page_B']) {
    const created = control.count('POST /pages');
    await renewThere();
    await waitFor(() => expect(control.count('POST /pages')).toBe(created + 1));
    // Page A stays on screen, whether or not it was replaced.
    await waitFor(() => expect(result.current.isOutdated).toBe(present !== 'page_A'));
    expect(result.current.page?.id).toBe('page_A');
  }
  expect(onPageReplaced.mock.calls.map(([{ from, to }]) => [from, to])).toEqual([
    ['page_A', 'page_B'],
    ['page_A', 'page_B'],
  ]);

  await act(() => result.current.refresh());
  expect(result.current.page?.id).toBe('page_B');
  await renewThere();
  await waitFor(() => expect(onPageReplaced).toHaveBeenCalledTimes(3));
  expect(onPageReplaced.mock.lastCall?.[0]).toMatchObject({ from: 'page_B', to: 'page_A' });
  expect(result.current.isOutdated).toBe(true);
});

test('refresh() requests nothing while the id of the page is unknown', async () => {
  const { Wrapper, control } = createTestDiscovr();
  const { result } = renderHook(() => useDiscovrPage({ pageId: undefined }), { wrapper: Wrapper });
  await waitFor(() => expect(result.current.session.status).toBe('active'));
  expect(await act(() => result.current.refresh())).toBeNull();
  expect(control.requests).toEqual([]);
  expect(result.current.status).toBe('loading');
});

test('rows load to their end when the page gets a previous id back', async () => {
  const { Wrapper, renewThere } = await inTwoTabs();
  const { result } = renderHook(() => useDiscovrPage({ pageId: 'page_A' }), { wrapper: Wrapper });
  await waitFor(() => expect(result.current.batchCount).toBe(1));
  await waitFor(() => expect(result.current.isLoadingRows).toBe(false));
  for (let batches = 1; result.current.hasMoreRows && batches < 30; batches += 1) {
    if (batches <= 2) await renewThere();
    act(() => result.current.loadMoreRows());
    await waitFor(() => expect(result.current.batchCount).toBe(batches + 1));
    await waitFor(() => expect(result.current.isLoadingRows).toBe(false));
  }
  const looks = result.current.rows.map(({ type, title }) => `${type} ${title}`);
  expect(new Set(looks).size).toBe(looks.length);
  expect(result.current).toMatchObject({ hasMoreRows: false, rowsError: null });
  expect(looks.length).toBeGreaterThan(40);
});

test('a page from a server keeps its name when it is recreated', async () => {
  const { Wrapper, client, control, queryClient, profileId } = createTestDiscovr();
  const { id } = await client.createPage({ pageFilters: { genres: [35] }, name: 'Friday night' });
  const key = discovrKeys.page({ clientId: client.clientId, profileId: profileId! }, id);
  queryClient.setQueryData(key, await client.getPage(id));
  const { result } = renderHook(() => usePage(id), { wrapper: Wrapper });
  expect(result.current.data?.name).toBe('Friday night');
  const replaced = vi.fn();
  onTestFinished(pageHealingOf(client).onReplaced(replaced));
  control.expireSession();
  control.outdatePages();
  await act(() => client.createPage({ pageFilters: { genres: [99] } }));
  await waitFor(() => expect(replaced).toHaveBeenCalledOnce());
  const again = await act(() => result.current.refetch());
  expect(again.data).toMatchObject({ id: expect.not.stringContaining(id) as string, name: 'Friday night' });
});
