import {
  dehydrate,
  hydrate,
  IsRestoringProvider,
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
  useQuery,
  useQueryClient,
  type DefaultOptions,
  type QueryFilters,
} from '@tanstack/react-query';
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { Activity, StrictMode, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { expectConsole } from '../../../test/setup/console.js';
import { deferred } from '../../../test/support/promises.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { SuccessMessage } from '../../api/lists.js';
import { generatedTitles } from '../../emulator/catalog/catalog.js';
import { mediaIdOf } from '../../emulator/titles/mediaItem.js';
import { createTestDiscovr, type TestDiscovr } from '../../testing/createTestDiscovr.js';
import { DiscovrError } from '../../shared/errors.js';
import { formValuesFromFilters } from '../../filters/formValues.js';
import { keepDraft, takeKeptDraft } from '../filters/keptDraft.js';
import { useCreatePage, usePage } from '../pages/usePage.js';
import { pageQueryOptions } from '../pages/queries.js';
import { prefetchPage } from '../pages/prefetchPage.js';
import { useProfiles } from '../profiles/useProfiles.js';
import { discovrKeys } from '../query/keys.js';
import { useUpdateList } from '../titles/useTitleChanges.js';
import { useMediaProfileMeta } from '../titles/useTitles.js';
import { DiscovrHydration } from './DiscovrHydration.js';
import { DiscovrProvider, type DiscovrProviderProps } from './DiscovrProvider.js';
import { useDiscovr } from './useDiscovr.js';

const film = mediaIdOf(generatedTitles(100).find(({ mediaType }) => mediaType === 'movie')!);
const refused = { kind: 'status', status: 403 } as const;

/** What the library keeps in a cache: the keys of its queries and mutations. */
const keptIn = (queryClient: QueryClient) =>
  [...queryClient.getQueryCache().findAll(), ...queryClient.getMutationCache().findAll()]
    .map((entry) => ('queryKey' in entry ? entry.queryKey : (entry.options.mutationKey ?? [])))
    .filter(([library]) => library === 'discovr');

/** Renders a hook in a provider that finds its cache around it. */
function renderIn<Result>(
  { client, initialSession }: Pick<TestDiscovr, 'client'> & Pick<DiscovrProviderProps, 'initialSession'>,
  queryClient: QueryClient,
  useHook: () => Result,
  wrap = (app: ReactNode) => app,
) {
  return renderHook(useHook, {
    wrapper: ({ children }) => (
      <QueryClientProvider client={queryClient}>
        {wrap(
          <DiscovrProvider client={client} initialSession={initialSession}>
            {children}
          </DiscovrProvider>,
        )}
      </QueryClientProvider>
    ),
  });
}

describe('the cache of the provider', () => {
  test('is that of the QueryClientProvider around it', () => {
    const queryClient = new QueryClient();
    const { result } = renderIn(createTestDiscovr(), queryClient, () => [useDiscovr().queryClient, useQueryClient()]);
    expect(result.current[0]).toBe(queryClient);
    expect(result.current[1]).toBe(queryClient);
  });

  test('is the one of the prop, which does not replace the one around it for the app', () => {
    const [own, around] = [new QueryClient(), new QueryClient()];
    const { Wrapper } = createTestDiscovr({ provider: { queryClient: own } });
    const { result } = renderHook(() => [useDiscovr().queryClient, useQueryClient()], {
      wrapper: ({ children }) => (
        <QueryClientProvider client={around}>
          <Wrapper>{children}</Wrapper>
        </QueryClientProvider>
      ),
    });
    expect(result.current[0]).toBe(own);
    expect(result.current[1]).toBe(around);
  });

  test('is found by TanStack’s hooks when the app has none', async () => {
    const { client, control } = createTestDiscovr();
    const { id } = await client.createPage();
    function useApp() {
      const { profileId } = useDiscovr();
      return [usePage(id).data, useQuery(pageQueryOptions(client, id, { profileId })).data] as const;
    }
    const { result } = renderHook(useApp, {
      wrapper: ({ children }) => <DiscovrProvider client={client}>{children}</DiscovrProvider>,
    });
    await waitFor(() => expect(result.current[1]?.id).toBe(id));
    expect(result.current[0]).toBe(result.current[1]);
    expect(control.count('GET /pages/:id')).toBe(1);
  });
});

describe('two providers on one cache', () => {
  const two = (
    queryClient: QueryClient,
    [first, second]: readonly [TestDiscovr, TestDiscovr],
    Page: () => ReactNode,
    hasFirst = true,
  ) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        {hasFirst && (
          <DiscovrProvider client={first.client}>
            <Page />
          </DiscovrProvider>
        )}
        <DiscovrProvider client={second.client}>
          <Page />
        </DiscovrProvider>
      </QueryClientProvider>
    </StrictMode>
  );

  test('keep their data apart when their clients differ, and one warning says so', async () => {
    expectConsole(/two <DiscovrProvider>s with different clients use one QueryClient/);
    const discovrs = [createTestDiscovr({ seed: 'a' }), createTestDiscovr({ seed: 'b' })] as const;
    const caches = new Map<string | null, QueryClient>();
    function Names() {
      const { client, queryClient } = useDiscovr();
      const { data } = useProfiles();
      caches.set(client.clientId, queryClient);
      return <p>{data?.map(({ name }) => name).join(' ')}</p>;
    }
    await discovrs[1].client.updateProfile(discovrs[1].profileId!, { name: 'Noor' });
    const queryClient = new QueryClient();
    render(two(queryClient, discovrs, Names));
    await screen.findByText(/Noor/);
    await screen.findByText(/Alex/);
    const [first, second] = discovrs.map(({ client }) => caches.get(client.clientId)!);
    expect(first).toBe(queryClient);
    expect(second).not.toBe(queryClient);
    const namesOf = (cache: QueryClient) =>
      cache.getQueriesData<{ name: string }[]>({}).flatMap(([, data]) => data?.map(({ name }) => name) ?? []);
    expect(namesOf(first!)).toEqual(['Alex', 'Sam']);
    expect(namesOf(second!)).toEqual(['Noor', 'Sam']);
    expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
  });

  test('share the data when they have the same client, until the last is unmounted', async () => {
    const discovr = createTestDiscovr();
    const queryClient = new QueryClient();
    const Names = () => <p>{useProfiles().data?.length}</p>;
    const { rerender, unmount } = render(two(queryClient, [discovr, discovr], Names));
    await waitFor(() => expect(screen.getAllByText('2')).toHaveLength(2));
    rerender(two(queryClient, [discovr, discovr], Names, false));
    await act(async () => undefined);
    expect(screen.getByText('2')).toBeVisible();
    expect(queryClient.getQueryData(discovrKeys.profiles(discovr.client))).toHaveLength(2);
    expect(discovr.control.count('GET /profiles')).toBe(1);
    unmount();
    await act(async () => undefined);
    expect(keptIn(queryClient)).toEqual([]);
  });
});

describe('an app’s cache', () => {
  test('keeps nothing of the library after the provider is unmounted, and everything else', async () => {
    const discovr = createTestDiscovr();
    const queryClient = new QueryClient();
    queryClient.setQueryData(['app'], 'kept');
    const { result, unmount } = renderIn(discovr, queryClient, () => [useCreatePage(), useProfiles()] as const);
    await act(() => result.current[0].mutateAsync());
    await waitFor(() => expect(result.current[1].data).toBeDefined());
    expect(keptIn(queryClient).length).toBeGreaterThan(2);
    unmount();
    await act(async () => undefined);
    expect(keptIn(queryClient)).toEqual([]);
    expect(queryClient.getQueryData(['app'])).toBe('kept');
  });

  test('keeps prefetched data through the double mount of Strict Mode, and through a remount', async () => {
    const discovr = createTestDiscovr();
    const { client, control, profileId } = discovr;
    const { id } = await client.createPage();
    const queryClient = new QueryClient();
    await prefetchPage(client, queryClient, { pageId: id }, { profileId });
    const app = (key: string) => (
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <DiscovrProvider key={key} client={client}>
            <Page />
          </DiscovrProvider>
        </QueryClientProvider>
      </StrictMode>
    );
    const Page = () => <p>{usePage(id).data?.id}</p>;
    const { rerender } = render(app('first'));
    expect(await screen.findByText(id)).toBeVisible();
    rerender(app('second'));
    expect(await screen.findByText(id)).toBeVisible();
    await untilQuiet({ control, queryClient });
    expect(control.count('GET /pages/:id')).toBe(1);
  });

  test.each(['succeeds', 'fails'])('gets no data back when a like %s after the provider is unmounted', async (how) => {
    const discovr = createTestDiscovr({ catalog: generatedTitles(100) });
    const { client } = discovr;
    const response = deferred<SuccessMessage>();
    vi.spyOn(client, 'addLikedItem').mockReturnValue(response.promise);
    const queryClient = new QueryClient();
    const useHooks = () => [useUpdateList('liked'), useMediaProfileMeta(film)] as const;
    const { result, unmount } = renderIn(discovr, queryClient, useHooks);
    await waitFor(() => expect(result.current[1].data?.liked).toBe(false));
    act(() => result.current[0].mutate({ mediaId: film, on: true }));
    await waitFor(() => expect(result.current[1].data?.liked).toBe(true));
    unmount();
    await act(async () => undefined);
    expect(queryClient.isMutating()).toBe(1);
    if (how === 'succeeds') response.resolve({ message: 'Added.' });
    else response.reject(new DiscovrError('FORBIDDEN', 'Refused.'));
    await untilQuiet({ ...discovr, queryClient });
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });

  test('can tell the library’s queries and mutations by their meta data', async () => {
    const seen = vi.fn<(meta: unknown, operation: unknown) => void>();
    const queryClient = new QueryClient({
      queryCache: new QueryCache({ onError: (_error, { meta, queryKey }) => seen(meta, queryKey.at(3)) }),
      mutationCache: new MutationCache({
        onError: (_error, _variables, _context, { meta, options }) => seen(meta, options.mutationKey?.at(-1)),
      }),
    });
    const discovr = createTestDiscovr();
    discovr.control.failNext(refused, { times: Infinity, route: 'GET /profiles' });
    discovr.control.failNext(refused, { times: Infinity, route: 'POST /pages' });
    const { result } = renderIn(discovr, queryClient, () => [useProfiles(), useCreatePage()] as const);
    await act(() => result.current[1].mutateAsync().catch(() => undefined));
    await waitFor(() => expect(result.current[0].isError).toBe(true));
    expect(seen).toHaveBeenCalledWith({ discovr: true }, 'createPage');
    expect(seen).toHaveBeenCalledWith({ discovr: true }, 'profiles');
  });

  const hostile: [string, NonNullable<DefaultOptions['queries']>][] = [
    ['retry and retryDelay', { retry: 5, retryDelay: 0 }],
    ['throwOnError', { throwOnError: true }],
    ['enabled', { enabled: false }],
    ['gcTime', { gcTime: 0 }],
    ['refetchOnMount', { refetchOnMount: 'always', staleTime: 0 }],
    ['refetchInterval', { refetchInterval: 5, staleTime: 0 }],
    ['notifyOnChangeProps', { notifyOnChangeProps: [] }],
    ['networkMode', { networkMode: 'offlineFirst' }],
  ];
  test.each(hostile)(
    'may set %s: a prefetched page is shown without a request, and a failure once',
    async (_name, queries) => {
      const discovr = createTestDiscovr();
      const { client, control, profileId } = discovr;
      const { id } = await client.createPage();
      const queryClient = new QueryClient({ defaultOptions: { queries, mutations: { retry: 5, throwOnError: true } } });
      await prefetchPage(client, queryClient, { pageId: id }, { profileId });
      await untilQuiet({ control, queryClient });
      const { result } = renderIn(discovr, queryClient, () => [usePage(id), usePage('page_unknown')] as const);
      await waitFor(() => expect(result.current[0].data?.id).toBe(id));
      await waitFor(() => expect(result.current[1].error).not.toBeNull());
      await untilQuiet({ control, queryClient });
      const paths = control.requests.filter(({ method }) => method === 'GET').map(({ path }) => path);
      expect(paths.toSorted()).toEqual([`/pages/${id}`, `/pages/${id}/rows`, '/pages/page_unknown'].toSorted());
    },
  );

  test('may drop unused data at once and store the rest: created pages stay, in memory', async () => {
    const discovr = createTestDiscovr();
    const persister = vi.fn((queryFn: (context: never) => unknown, context: unknown) => queryFn(context as never));
    const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: 0, persister } } });
    const { result } = renderIn(discovr, queryClient, () => [useCreatePage(), useProfiles()] as const);
    await act(() => result.current[0].mutateAsync());
    await untilQuiet({ ...discovr, queryClient });
    expect(result.current[1].data).toHaveLength(2);
    expect(queryClient.getQueryData(discovrKeys.createPage(discovr.client))).toBeDefined();
    expect(persister).not.toHaveBeenCalled();
  });

  test('may set retryOnMount: a page that could not be prefetched is requested when it is shown', async () => {
    const discovr = createTestDiscovr();
    const { client, control, profileId } = discovr;
    const { id } = await client.createPage();
    const queryClient = new QueryClient({ defaultOptions: { queries: { retryOnMount: false } } });
    control.failNext(refused, { route: 'GET /pages/:id' });
    expect(await prefetchPage(client, queryClient, { pageId: id }, { profileId })).toBe(false);
    const { result } = renderIn(discovr, queryClient, () => usePage(id));
    await waitFor(() => expect(result.current.data?.id).toBe(id));
  });

  test('may keep previous data as a placeholder: no profile sees that of another', async () => {
    const discovr = createTestDiscovr();
    const { client, control } = discovr;
    const { id } = await client.createPage();
    const queryClient = new QueryClient({ defaultOptions: { queries: { placeholderData: keepPreviousData } } });
    const seen: string[] = [];
    const { result } = renderIn(discovr, queryClient, () => {
      const { profileId } = useDiscovr();
      const { data } = usePage(id);
      seen.push(`${profileId} ${data?.id}`);
      return data;
    });
    await waitFor(() => expect(result.current?.id).toBe(id));
    const other = control.profiles()[1]!.id;
    control.failNext(refused, { times: Infinity, route: 'GET /pages/:id' });
    await act(() => client.selectProfile(other));
    await untilQuiet({ control, queryClient });
    expect(seen.at(-1)).toBe(`${other} undefined`);
    expect(seen).not.toContain(`${other} ${id}`);
  });

  test.each([
    ['', false],
    [', also in a page that a server rendered', true],
  ])('restores no data of another sign-in%s', async (_where, isServed) => {
    const discovr = createTestDiscovr();
    const { client, control, profileId } = discovr;
    const queryClient = new QueryClient();
    const [mine, others] = [profileId!, 'profile_of_another'].map((id) =>
      discovrKeys.page({ clientId: client.clientId, profileId: id }, 'page_1'),
    );
    const stored = new QueryClient();
    stored.setQueryData(mine!, 'mine');
    stored.setQueryData(others!, 'another’s');
    stored.setQueryData(discovrKeys.profiles(client), [{ id: 'p', name: 'Another' }]);
    const initialSession = isServed ? ({ status: 'active', profileId: profileId! } as const) : undefined;
    const seen = new Set<string>();
    const useNames = () => useProfiles().data?.forEach(({ name }) => seen.add(name));
    let isRestoring = true;
    const { rerender } = renderIn({ client, initialSession }, queryClient, useNames, (app) => (
      <IsRestoringProvider value={isRestoring}>{app}</IsRestoringProvider>
    ));
    await waitFor(() => expect(client.getSession().status).toBe('active'));
    hydrate(queryClient, dehydrate(stored));
    isRestoring = false;
    rerender();
    await untilQuiet({ control, queryClient });
    expect(queryClient.getQueryData(others!)).toBeUndefined();
    expect(queryClient.getQueryData(mine!)).toBe('mine');
    expect([...seen]).toEqual(['Alex', 'Sam']);
  });

  test('gets no data of a profile back when `<Activity>` shows what a server sent for it again', async () => {
    const { client, control, profileId } = createTestDiscovr();
    const queryClient = new QueryClient();
    const queryKey = discovrKeys.page({ clientId: client.clientId, profileId: profileId! }, 'page_1');
    queryClient.setQueryData(queryKey, 'older', { updatedAt: 1 });
    const server = new QueryClient();
    server.setQueryData(queryKey, 'newer');
    const state = dehydrate(server);
    const Observer = () => String(useQuery({ queryKey, queryFn: () => 'never', enabled: false }).data);
    const app = (mode: 'visible' | 'hidden', hasState: boolean) => (
      <QueryClientProvider client={queryClient}>
        <DiscovrProvider client={client} initialSession={{ status: 'active', profileId: profileId! }}>
          <Activity mode={mode}>
            {mode === 'visible' && <Observer />}
            <DiscovrHydration state={hasState ? state : undefined} />
          </Activity>
        </DiscovrProvider>
      </QueryClientProvider>
    );
    const { rerender } = render(app('visible', false));
    rerender(app('visible', true));
    expect(queryClient.getQueryData(queryKey)).toBe('newer');
    await waitFor(() => expect(client.getSession().status).toBe('active'));
    rerender(app('hidden', true));
    await act(() => client.selectProfile(control.profiles()[1]!.id));
    rerender(app('visible', true));
    expect(queryClient.getQueryData(queryKey)).toBeUndefined();
  });

  /** Asks the predicate again after the reset, as TanStack Query does before 5.102. */
  class OlderQueryClient extends QueryClient {
    override async resetQueries(filters: QueryFilters = {}) {
      for (const query of this.getQueryCache().findAll(filters)) query.reset();
      await this.refetchQueries({ type: 'active', ...filters });
    }
  }

  test.each([
    ['', QueryClient],
    [', also with an older TanStack Query', OlderQueryClient],
  ])('shows the user’s profiles after those of another user%s', async (_where, Cache) => {
    const { client } = createTestDiscovr();
    const queryClient = new Cache();
    queryClient.setQueryData(discovrKeys.profiles(client), [{ id: 'p', name: 'Another' }]);
    const initialSession = { status: 'active', profileId: 'profile_of_another' } as const;
    const { result } = renderIn({ client, initialSession }, queryClient, () =>
      useProfiles().data?.map(({ name }) => name),
    );
    expect(result.current).toEqual(['Another']);
    await waitFor(() => expect(result.current).toEqual(['Alex', 'Sam']));
  });
});

describe('a session that a server rendered', () => {
  test('is left for another profile without loading the profiles again', async () => {
    const discovr = createTestDiscovr();
    const { client, control, profileId } = discovr;
    const initialSession = { status: 'active', profileId: profileId! } as const;
    const counts = new Set<number | undefined>();
    const { result } = renderIn({ client, initialSession }, new QueryClient(), () => useProfiles().data?.length);
    await waitFor(() => expect(result.current).toBe(control.profiles().length));
    const unfollow = client.onSessionChanged(() => counts.add(result.current));
    await act(() => client.selectProfile(control.profiles()[1]!.id));
    await untilQuiet(discovr);
    counts.add(result.current);
    unfollow();
    expect([...counts]).toEqual([control.profiles().length]);
    expect(control.count('GET /profiles')).toBe(1);
  });
});

test('the kept draft of a form is not given to a user who takes the place of another', async () => {
  const { client, emulator, Wrapper } = createTestDiscovr();
  render(<Wrapper>{null}</Wrapper>);
  await waitFor(() => expect(client.getSession().status).toBe('active'));
  keepDraft(client, formValuesFromFilters({ genres: [35] }));
  await act(() => client.adoptCredential(emulator.issueCredential()));
  expect(takeKeptDraft(client)).toBeUndefined();
});
