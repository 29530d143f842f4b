import { QueryClient, useQuery } from '@tanstack/react-query';
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { clientKinds } from '../../../test/support/clients.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import { isAbortError, isDiscovrError } from '../../shared/errors.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { createPageQueryOptions, pageQueryOptions } from './queries.js';
import { useCreatePage } from './usePage.js';
import { useDiscovr } from '../provider/useDiscovr.js';

const comedies = { pageFilters: { genres: [35] } };

describe.each(clientKinds)('useCreatePage with %s', (_name, create) => {
  test('creates the default page when called without filters', async () => {
    const { Wrapper } = create();
    const { result } = renderHook(() => useCreatePage(), { wrapper: Wrapper });
    await act(() => result.current.mutateAsync());
    await waitFor(() => expect(result.current.data).toMatchObject({ id: expect.stringMatching(/^page_/) }));
  });

  test('sends one request for a session and one for the page when 100 components create the same page', async () => {
    const { Wrapper, control } = create();
    function Creator() {
      const { mutate, data } = useCreatePage();
      useEffect(() => mutate(comedies), [mutate]);
      return data ? <p>created</p> : null;
    }
    render(
      Array.from({ length: 100 }, (_, index) => <Creator key={index} />),
      { wrapper: Wrapper },
    );
    await waitFor(() => expect(screen.getAllByText('created')).toHaveLength(100));
    expect(control.count('POST /auth/session-token')).toBe(1);
    expect(control.count('POST /pages')).toBe(1);
  });

  test('shares the page with a query for equal filters in any order', async () => {
    const { Wrapper, control } = create();
    const { result } = renderHook(
      () => {
        const { client, queryClient, session } = useDiscovr();
        const creation = useCreatePage();
        const options = createPageQueryOptions(client, { pageFilters: { genres: [18, 35, 18], keywords: [] } });
        const query = useQuery({ ...options, enabled: creation.isSuccess }, queryClient);
        return { creation, query, session };
      },
      { wrapper: Wrapper },
    );
    await waitFor(() => expect(result.current.session.status).toBe('active'));
    await act(() => result.current.creation.mutateAsync({ pageFilters: { genres: [35, 18] } }));
    await waitFor(() => expect(result.current.query.data?.id).toBe(result.current.creation.data?.id));
    expect(control.count('POST /pages')).toBe(1);
  });

  test('still resolves after its component is unmounted', async () => {
    const { Wrapper, control } = create();
    const { result, unmount } = renderHook(() => useCreatePage(), { wrapper: Wrapper });
    control.setLatency(20);
    const page = result.current.mutateAsync(comedies);
    unmount();
    await expect(page).resolves.toMatchObject({ pageFilters: comedies.pageFilters });
  });

  test('fails with NETWORK_ERROR when offline, and sends nothing later', async () => {
    const onlineOnly = new QueryClient({
      defaultOptions: {
        mutations: { networkMode: 'online', retry: 5, throwOnError: true },
        queries: { networkMode: 'online', retry: 5, throwOnError: true },
      },
    });
    const discovr = createTestDiscovr({
      provider: { queryClient: onlineOnly },
      client: { retries: 0 },
    });
    const { Wrapper, control } = discovr;
    control.setOffline(true);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    const { result } = renderHook(() => useCreatePage(), { wrapper: Wrapper });
    act(() => result.current.mutate(comedies));
    await waitFor(() => expect(result.current.error?.code).toBe('NETWORK_ERROR'));
    expect(result.current.isPaused).toBe(false);
    const requests = control.requests.length;
    control.setOffline(false);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await untilQuiet(discovr);
    expect(control.requests).toHaveLength(requests);
  });
});

test('useCreatePage drops a page that arrives after sign-out', async () => {
  const { Wrapper, client, control } = createTestDiscovr();
  const { result } = renderHook(() => useCreatePage(), { wrapper: Wrapper });
  await act(() => client.createPage());
  control.setLatency(150);
  const page = result.current.mutateAsync(comedies).catch((error: unknown) => error);
  await waitFor(() => expect(control.count('POST /pages')).toBe(2));
  control.setLatency(0);
  await act(() => client.signOut());
  expect(isAbortError(await page)).toBe(true);
});

test('useCreatePage drops a page that arrives after a profile switch', async () => {
  const { Wrapper, client, control, queryClient } = createTestDiscovr();
  const { result } = renderHook(() => useCreatePage(), { wrapper: Wrapper });
  await act(() => client.createPage());
  control.setLatency(60_000);
  const page = result.current.mutateAsync(comedies).catch((error: unknown) => error);
  await waitFor(() => expect(control.count('POST /pages')).toBe(2));
  control.setLatency(0);
  await act(() => client.switchProfile(control.profiles()[1]!.id));
  expect(isAbortError(await page)).toBe(true);
  expect(queryClient.getQueriesData({ queryKey: ['discovr'] })).toEqual([]);
});

test('useCreatePage fails with NOT_SIGNED_IN when signed out, or NO_ACTIVE_PROFILE without a profile', async () => {
  for (const [session, code] of [
    ['signedOut', 'NOT_SIGNED_IN'],
    ['signedIn', 'NO_ACTIVE_PROFILE'],
  ] as const) {
    const { Wrapper, control } = createTestDiscovr({ session });
    const { result } = renderHook(() => useCreatePage(), { wrapper: Wrapper });
    const error = await act(() => result.current.mutateAsync().catch((failure: unknown) => failure));
    expect(isDiscovrError(error, code)).toBe(true);
    expect(control.requests).toHaveLength(0);
  }
});

test('a query with createPageQueryOptions sends no request until a profile is active', async () => {
  const { Wrapper, control, client } = createTestDiscovr({ session: 'signedIn' });
  const { result } = renderHook(
    () => {
      const discovr = useDiscovr();
      return useQuery(createPageQueryOptions(discovr.client, comedies), discovr.queryClient);
    },
    { wrapper: Wrapper },
  );
  expect(result.current.fetchStatus).toBe('idle');
  await act(() => client.selectProfile(control.profiles()[0]!.id));
  await waitFor(() => expect(result.current.data).toBeDefined());
});

test('a query with pageQueryOptions fetches a created page and its hero by id', async () => {
  const { Wrapper, client } = createTestDiscovr();
  const { result } = renderHook(
    () => {
      const discovr = useDiscovr();
      const creation = useCreatePage();
      const id = creation.data?.id ?? '';
      return { creation, page: useQuery({ ...pageQueryOptions(client, id), enabled: id !== '' }, discovr.queryClient) };
    },
    { wrapper: Wrapper },
  );
  await act(() => result.current.creation.mutateAsync({ ...comedies, name: 'Friday night' }));
  await waitFor(() => expect(result.current.page.data?.hero).toHaveLength(10));
  expect(result.current.page.data?.name).toBe('Friday night');
});
