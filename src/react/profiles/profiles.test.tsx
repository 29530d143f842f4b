import { QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
import { deferred, failureOf, idle, watch } from '../../../test/support/promises.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { Profile } from '../../api/profiles.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { DiscovrProvider } from '../provider/DiscovrProvider.js';
import { gifSearchQueryOptions, profileImagesQueryOptions } from './queries.js';
import { discovrKeys } from '../query/keys.js';
import { useCreateProfile, useDeleteProfile, useProfiles, useSelectProfile, useUpdateProfile } from './useProfiles.js';
import { useDiscovr } from '../provider/useDiscovr.js';
import { useSession, useSignOut } from '../session/useSession.js';

const AVATAR = 'https://example.com/cat.mp4';

function useEverything() {
  const { client, queryClient } = useDiscovr();
  return {
    session: useSession(),
    profiles: useProfiles(),
    create: useCreateProfile(),
    update: useUpdateProfile(),
    remove: useDeleteProfile(),
    select: useSelectProfile(),
    signOut: useSignOut(),
    images: useQuery(profileImagesQueryOptions(client), queryClient),
  };
}

/** Renders all hooks in one component, and records the names in the list at each render. */
async function renderLoaded(options?: TestDiscovrOptions) {
  const discovr = createTestDiscovr(options);
  const painted: (string[] | undefined)[] = [];
  const { result } = renderHook(
    () => {
      const everything = useEverything();
      painted.push(everything.profiles.data?.map(({ name }) => name));
      return everything;
    },
    { wrapper: discovr.Wrapper },
  );
  await waitFor(() => expect(result.current.profiles.data).toHaveLength(2));
  const names = () => result.current.profiles.data?.map(({ name }) => name);
  const [alex, sam] = discovr.control.profiles().map(({ id }) => id) as [string, string];
  return { ...discovr, result, names, painted, alex, sam };
}

describe('the profile list', () => {
  test('has a new profile when its first response is older', async () => {
    const { client, queryClient, control, Wrapper } = createTestDiscovr();
    const response = deferred<Profile[]>();
    const older = await client.getProfiles();
    const get = vi.spyOn(client, 'getProfiles').mockReturnValueOnce(response.promise);
    const { result } = renderHook(useEverything, { wrapper: Wrapper });
    await waitFor(() => expect(get).toHaveBeenCalledOnce());
    await act(() => result.current.create.mutateAsync({ name: 'Kim', avatarUrl: AVATAR }));
    response.resolve(older);
    await untilQuiet({ control, queryClient });
    expect(result.current.profiles.data?.map(({ name }) => name)).toContain('Kim');
  });

  test('is not requested until a user signs in, whatever the defaults of the QueryClient', async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { networkMode: 'online', retry: 3 } } });
    const { Wrapper, client, control, emulator } = createTestDiscovr({
      session: 'signedOut',
      provider: { queryClient },
    });
    const { result } = renderHook(() => useProfiles(), { wrapper: Wrapper });
    await waitFor(() => expect(client.getSession().status).toBe('signedOut'));
    expect(result.current).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
    expect(control.count('GET /profiles')).toBe(0);
    await act(() => client.adoptCredential(emulator.issueCredential()));
    await waitFor(() => expect(result.current.data).toHaveLength(2));
  });

  test('is not requested when the app disables it', async () => {
    const { Wrapper, client, control } = createTestDiscovr();
    renderHook(() => useProfiles({ enabled: false }), { wrapper: Wrapper });
    await waitFor(() => expect(client.getSession().status).toBe('active'));
    expect(control.count('GET /profiles')).toBe(0);
  });
});

describe('a profile mutation', () => {
  test('adds a created profile at the start of the list', async () => {
    const { result, names, control } = await renderLoaded();
    let id: string | undefined;
    await act(async () => {
      id = await result.current.create.mutateAsync({ name: 'Kim', avatarUrl: AVATAR });
    });
    await waitFor(() => expect(names()).toEqual(['Kim', 'Alex', 'Sam']));
    expect(control.profiles()[0]).toMatchObject({ id, name: 'Kim', avatarUrl: AVATAR });
  });

  test('shows a new name before the response, and keeps it', async () => {
    const { result, names, control, alex } = await renderLoaded();
    control.setLatency(50);
    act(() => result.current.update.mutate({ profileId: alex, name: 'Alexandra' }));
    await waitFor(() => expect(names()).toEqual(['Alexandra', 'Sam']));
    expect(result.current.update.isPending).toBe(true);
    await waitFor(() => expect(result.current.update.isSuccess).toBe(true));
    expect(control.profiles()[0]?.name).toBe('Alexandra');
    expect(names()).toEqual(['Alexandra', 'Sam']);
  });

  test('reverts only its own change when it fails', async () => {
    const { result, names, control, alex, sam } = await renderLoaded();
    control.setLatency(150);
    control.failNext({ kind: 'status', status: 400 }, { route: `PATCH /profiles/${alex}` });
    act(() => result.current.update.mutate({ profileId: alex, name: 'Wrong' }));
    act(() => result.current.update.mutate({ profileId: sam, name: 'Samuel' }));
    await waitFor(() => expect(names()).toEqual(['Wrong', 'Samuel']));
    await waitFor(() => expect(names()).toEqual(['Alex', 'Samuel']));
  });

  test.each([
    ['refuses the name', 400, 0],
    ['fails, because it may have changed the list', 503, 1],
  ])('refetches the list only if needed when the server %s', async (_how, status, count) => {
    const discovr = await renderLoaded();
    const { result, names, control, alex } = discovr;
    await untilQuiet(discovr);
    for (const route of ['POST /profiles', 'PATCH /profiles/:id'] as const) {
      const requested = control.requests.length;
      control.failNext({ kind: 'status', status }, { route });
      await act(() =>
        failureOf(
          route === 'POST /profiles'
            ? result.current.create.mutateAsync({ name: 'Wrong', avatarUrl: AVATAR })
            : result.current.update.mutateAsync({ profileId: alex, name: 'Wrong' }),
        ),
      );
      await untilQuiet(discovr);
      const sent = control.requests.slice(requested).map(({ method, path }) => `${method} ${path}`);
      expect(sent.slice(1)).toEqual(Array.from({ length: count }, () => 'GET /profiles'));
      expect(names()).toEqual(['Alex', 'Sam']);
    }
  });

  test('refetches the list when it is refused while another mutation has ended', async () => {
    const discovr = await renderLoaded();
    const { result, names, control, alex, sam } = discovr;
    await untilQuiet(discovr);
    const listed = control.count('GET /profiles');
    control.setLatency(250);
    control.failNext({ kind: 'status', status: 400 }, { route: `PATCH /profiles/${alex}` });
    act(() => result.current.update.mutate({ profileId: alex, name: 'Wrong' }));
    await act(idle);
    control.setLatency(0);
    await act(() => result.current.update.mutateAsync({ profileId: sam, name: 'Samuel' }));
    expect(control.count('GET /profiles')).toBe(listed);
    await untilQuiet(discovr);
    expect(names()).toEqual(['Alex', 'Samuel']);
    expect(control.count('GET /profiles')).toBe(listed + 1);
  });

  test('is not undone when another mutation ends and refetches the list', async () => {
    const { result, painted, control, alex, sam } = await renderLoaded();
    control.setLatency(60);
    act(() => result.current.update.mutate({ profileId: alex, name: 'Alexandra' }));
    await act(idle);
    control.setLatency(250);
    act(() => result.current.update.mutate({ profileId: sam, name: 'Samuel' }));
    await act(idle);
    control.setLatency(0);
    await waitFor(() => expect(result.current.update.isSuccess).toBe(true));
    const since = painted.slice(painted.findIndex((shown) => shown?.includes('Samuel')));
    expect(since.every((shown) => shown?.includes('Samuel'))).toBe(true);
  });

  test('removes a profile from the list only after the server has deleted it', async () => {
    const { result, names, control, sam } = await renderLoaded();
    control.failNext({ kind: 'status', status: 400 }, { route: 'DELETE /profiles/:id' });
    await act(() => failureOf(result.current.remove.mutateAsync({ profileId: sam })));
    expect(names()).toEqual(['Alex', 'Sam']);
    await act(() => result.current.remove.mutateAsync({ profileId: sam }));
    await waitFor(() => expect(names()).toEqual(['Alex']));
  });

  test('leaves the user signed in when it deletes the active profile', async () => {
    const { result, alex } = await renderLoaded();
    await waitFor(() => expect(result.current.session.status).toBe('active'));
    await act(() => result.current.remove.mutateAsync({ profileId: alex }));
    expect(result.current.session).toEqual({ status: 'signedIn' });
  });

  test('selects a profile, and removes it from the list if the server has already deleted it', async () => {
    const { result, names, client, sam } = await renderLoaded();
    await act(() => result.current.select.mutateAsync({ profileId: sam }));
    expect(result.current.session).toEqual({ status: 'active', profileId: sam });
    await client.identityApi().deleteProfile(sam);
    await act(() => failureOf(result.current.select.mutateAsync({ profileId: sam })));
    await waitFor(() => expect(names()).toEqual(['Alex']));
  });
});

describe('signing out', () => {
  test('removes the list before the next render', async () => {
    const { result, painted, client, queryClient } = await renderLoaded();
    await act(() => result.current.signOut.mutateAsync());
    expect(result.current.session.status).toBe('signedOut');
    const afterwards = painted.slice(painted.lastIndexOf(undefined));
    expect(afterwards.every((names) => names === undefined)).toBe(true);
    expect(queryClient.getQueriesData({ queryKey: discovrKeys.account(client) }).every(([, data]) => !data)).toBe(true);
  });

  test('removes the account data before session listeners are called', async () => {
    const { client, queryClient } = await renderLoaded();
    let left: unknown = 'the listener was not called';
    client.onSessionChanged(() => (left = queryClient.getQueryData(discovrKeys.profiles(client))));
    await act(() => client.signOut());
    expect(left).toBeUndefined();
  });

  test('keeps cached data that is the same for every user', async () => {
    const { result } = await renderLoaded();
    await waitFor(() => expect(result.current.images.data).toHaveLength(12));
    await act(() => result.current.signOut.mutateAsync());
    expect(result.current.images.data).toHaveLength(12);
  });

  test.each([
    ['succeeds', undefined],
    ['fails', { kind: 'status', status: 400 }],
  ] as const)('does not bring the list back when a pending mutation %s', async (_how, fault) => {
    const { result, client, control, emulator, queryClient, alex } = await renderLoaded();
    control.setLatency(40);
    if (fault) control.failNext(fault, { route: 'PATCH /profiles/:id' });
    const change = watch(result.current.update.mutateAsync({ profileId: alex, name: 'Wrong' }));
    await act(() => client.signOut().catch(() => undefined));
    await waitFor(() => expect(change.status).toBe('rejected'));
    expect(queryClient.getQueryData(discovrKeys.profiles(client))).toBeUndefined();
    await act(() => client.adoptCredential(emulator.issueCredential()));
    expect(queryClient.getQueryData(discovrKeys.profiles(client))).toBeUndefined();
  });
});

test('a GIF search continues from its last batch, and sends no request for an empty query', async () => {
  const { Wrapper, client, queryClient, control } = createTestDiscovr();
  const { result, rerender } = renderHook(
    ({ query }) => useInfiniteQuery(gifSearchQueryOptions(client, query, { limit: 1 }), queryClient),
    { wrapper: Wrapper, initialProps: { query: ' ' } },
  );
  expect(result.current.fetchStatus).toBe('idle');
  rerender({ query: ' happy ' });
  await waitFor(() => expect(result.current.data?.pages).toHaveLength(1));
  await act(() => result.current.fetchNextPage());
  await waitFor(() => expect(result.current.data?.pages).toHaveLength(2));
  const ids = result.current.data?.pages.flatMap(({ items }) => items.map(({ id }) => id));
  expect(new Set(ids).size).toBe(2);
  expect(control.count('GET /gif-search')).toBe(2);
});

test('hooks fail with an error that names the method that the SDK lacks', async () => {
  const sdk = new MinimalSdk(createEmulator());
  const { result } = renderHook(() => useEverything(), {
    wrapper: ({ children }) => <DiscovrProvider client={sdk}>{children}</DiscovrProvider>,
  });
  act(() => {
    result.current.create.mutate({ name: 'Kim', avatarUrl: AVATAR });
    result.current.signOut.mutate();
  });
  const lacks = (method: string) => ({ code: 'NOT_SUPPORTED', message: expect.stringContaining(`lacks ${method}`) });
  await waitFor(() => expect(result.current.profiles.error).toMatchObject(lacks('getProfiles()')));
  await waitFor(() => expect(result.current.create.error).toMatchObject(lacks('createProfile()')));
  await waitFor(() => expect(result.current.signOut.error).toMatchObject(lacks('signOut()')));
});
