import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import { act, Activity, StrictMode, Suspense, use, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { expectConsole } from '../../../test/setup/console.js';
import { hydrate } from '../../../test/support/hydrate.js';
import { deferred, failureOf, idle } from '../../../test/support/promises.js';
import { streamed } from '../../../test/support/streamed.js';
import { createVisitor, type Visitor } from '../../../test/support/visitor.js';
import type { Page } from '../../api/pages.js';
import { DiscovrClient } from '../../client/browserClient.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { memoryCredentialStore } from '../../session/credential.js';
import type { SessionState } from '../../session/sessionState.js';
import { prefetchPage } from '../pages/prefetchPage.js';
import { createPageQueryOptions, pageQueryOptions } from '../pages/queries.js';
import { usePage } from '../pages/usePage.js';
import { discovrKeys } from '../query/keys.js';
import { useSession } from '../session/useSession.js';
import { useUpdateList } from '../titles/useTitleChanges.js';
import { DiscovrHydration } from './DiscovrHydration.js';
import { DiscovrProvider } from './DiscovrProvider.js';

afterEach(() => vi.unstubAllGlobals());

/** The client of an app's module, which all requests of a server share. No render may ask it who is signed in. */
function moduleClient() {
  const client = new DiscovrClient('visited-app', {
    fetch: () => Promise.reject(new Error('A render sent a request.')),
  });
  vi.spyOn(client, 'getSession').mockImplementation(() => {
    throw new Error('A render read the session of the client.');
  });
  return client;
}

const activeAs = (profileId: string): SessionState => ({ status: 'active', profileId });
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

const seen: string[] = [];
function Titles({ pageId }: { pageId: string }) {
  const session = useSession();
  const { data: page } = usePage(pageId);
  const text = page ? page.hero.map(({ title }) => title).join(', ') : session.status;
  seen.push(text);
  return <p>{text}</p>;
}

interface AppProps {
  client: DiscovrClient;
  queryClient?: QueryClient;
  session: SessionState;
  state?: DehydratedState;
  children: ReactNode;
}

const app = ({ client, queryClient, session, state, children }: AppProps) => (
  <StrictMode>
    <DiscovrProvider client={client} queryClient={queryClient} initialSession={session}>
      <DiscovrHydration state={state}>{children}</DiscovrHydration>
    </DiscovrProvider>
  </StrictMode>
);

/** Prefetches a page for a visitor, and renders it on a server. */
async function serve(visitor: Visitor, wrap = (titles: ReactNode) => titles) {
  const { pageId, state } = await visitor.prefetch();
  const props = { session: activeAs(visitor.profileId), state, children: wrap(<Titles pageId={pageId} />) };
  const served = renderToString(app({ client: moduleClient(), ...props }));
  seen.length = 0;
  return {
    served,
    pageId,
    inBrowser: (client: DiscovrClient, queryClient = new QueryClient()) => app({ client, queryClient, ...props }),
  };
}

test.each([
  ['directly', (titles: ReactNode) => titles],
  ['inside Suspense', (titles: ReactNode) => <Suspense fallback="waiting">{titles}</Suspense>],
  ['inside Activity', (titles: ReactNode) => <Activity>{titles}</Activity>],
])('a page is on screen from the first render and is not requested again (%s)', async (_where, wrap) => {
  const visitor = createVisitor(createEmulator());
  const { served, pageId, inBrowser } = await serve(visitor, wrap);
  expect(wordsOf(served)).toContain(', ');
  const { firstShown, container, faults, unmount } = await hydrate(served, inBrowser(visitor.client));
  await act(idle);
  // A call that the test makes itself. Requests of the page would have been sent before it.
  await act(() => visitor.client.getRows(pageId));
  expect(wordsOf(firstShown)).toBe(wordsOf(served));
  expect(container.textContent).toBe(wordsOf(served));
  // No render, not even one that was discarded, showed anything else.
  expect(new Set(seen)).toEqual(new Set([container.textContent]));
  expect(visitor.asked.slice(1)).toEqual([expect.stringContaining(`/pages/${pageId}/rows`)]);
  expect(faults).toEqual([]);
  await unmount();
});

test('data from the server is not requested again after the browser has got its first session', async () => {
  const visitor = createVisitor(createEmulator());
  const { served, inBrowser, pageId } = await serve(visitor);
  const queryClient = new QueryClient();
  const first = await hydrate(served, inBrowser(visitor.client, queryClient));
  await act(() => visitor.client.getRows(pageId));
  await first.unmount();
  const again = await hydrate(served, inBrowser(visitor.client, queryClient));
  await act(idle);
  expect(again.container.textContent).toBe(wordsOf(served));
  expect(visitor.asked.filter((request) => request.endsWith(`/pages/${pageId}`))).toEqual([]);
  await again.unmount();
});

test('the screen follows the client when it is at another profile, and the data of the first one is removed', async () => {
  const emulator = createEmulator();
  const [alex, sam] = [createVisitor(emulator, 0), createVisitor(emulator, 1)];
  const { served, inBrowser } = await serve(alex);
  const queryClient = new QueryClient();
  queryClient.setQueryData(discovrKeys.profiles(sam.client), { profiles: [] });
  const { firstShown, container, faults, unmount } = await hydrate(served, inBrowser(sam.client, queryClient));
  expect(wordsOf(firstShown)).toBe(wordsOf(served));
  await act(idle);
  expect(container.textContent).not.toBe(wordsOf(served));
  expect(
    queryClient.getQueriesData({
      queryKey: discovrKeys.scope({ clientId: sam.client.clientId, profileId: alex.profileId }),
    }),
  ).toEqual([]);
  expect(queryClient.getQueryData(discovrKeys.profiles(sam.client))).toBeUndefined();
  expect(faults).toEqual([]);
  await unmount();
});

test('data of a profile that is not active is not added to the cache', async () => {
  const emulator = createEmulator();
  const [alex, sam] = [createVisitor(emulator, 0), createVisitor(emulator, 1)];
  const { state } = await alex.prefetch();
  const queryClient = new QueryClient();
  const add = (profileId: string) =>
    renderToString(app({ client: moduleClient(), queryClient, session: activeAs(profileId), state, children: null }));
  const { clientId } = alex.client;
  const added = () =>
    queryClient.getQueriesData({ queryKey: discovrKeys.scope({ clientId, profileId: alex.profileId }) }).length;
  add(sam.profileId);
  expect(added()).toBe(0);
  add(alex.profileId);
  expect(added()).toBeGreaterThan(0);
});

test('data that a server prefetched with another client id is not added, and a warning says why', async () => {
  expectConsole(/left out data of a client with the id "visited-app", because .* has the id "other-app"/);
  const visitor = createVisitor(createEmulator());
  const { state } = await visitor.prefetch();
  const queryClient = new QueryClient();
  const client = new DiscovrClient('other-app');
  renderToString(app({ client, queryClient, session: activeAs(visitor.profileId), state, children: null }));
  expect(queryClient.getQueryCache().getAll()).toEqual([]);
  expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
});

test('data of a user who signed out is not added again when another user signs in', async () => {
  const emulator = createEmulator();
  const [alex, sam] = [createVisitor(emulator, 0), createVisitor(emulator, 1)];
  const prefetched = new QueryClient();
  prefetched.setQueryData(discovrKeys.profiles(alex.client), { profiles: [{ id: alex.profileId, name: 'Alex' }] });
  const state = dehydrate(prefetched);
  const queryClient = new QueryClient();
  const page = () =>
    app({ client: alex.client, queryClient, session: activeAs(alex.profileId), state, children: null });
  const { unmount } = await hydrate(renderToString(page()), page());
  expect(queryClient.getQueryData(discovrKeys.profiles(alex.client))).toBeDefined();
  await act(() => alex.client.signOut());
  expect(queryClient.getQueryData(discovrKeys.profiles(alex.client))).toBeUndefined();
  await act(() => alex.client.adoptCredential(emulator.issueCredential({ profileId: sam.profileId })));
  await act(idle);
  expect(alex.client.getActiveProfileId()).toBe(sam.profileId);
  expect(queryClient.getQueryData(discovrKeys.profiles(alex.client))).toBeUndefined();
  await unmount();
});

test('a change of a title on the first screen is not sent for another profile', async () => {
  const { fetch, control, issueCredential } = createEmulator();
  const [alex, sam] = control.profiles();
  const store = memoryCredentialStore(issueCredential({ profileId: sam!.id }));
  const isRead = deferred<void>();
  const sent: string[] = [];
  const client = new DiscovrClient('slow', {
    credentialStore: { ...store, get: () => isRead.promise.then(() => store.get()) },
    fetch(input, init) {
      sent.push(new Request(input, init).method);
      return fetch(input, init);
    },
  });
  const likes: (() => Promise<unknown>)[] = [];
  function Like() {
    const { mutateAsync } = useUpdateList('liked');
    likes.push(() => mutateAsync({ mediaId: 'MV_550', on: true }));
    return <p>Like</p>;
  }
  const screen = (of: DiscovrClient) => app({ client: of, session: activeAs(alex!.id), children: <Like /> });
  const { unmount } = await hydrate(renderToString(screen(moduleClient())), screen(client));
  let outcome: Promise<unknown> = Promise.resolve();
  await act(async () => {
    outcome = failureOf(likes.at(-1)!());
    await idle();
    isRead.resolve();
    await idle();
  });
  expect(await outcome).toMatchObject({ name: 'AbortError' });
  expect(sent).toEqual([]);
  await unmount();
});

test('the screen follows the client when the user is signed out', async () => {
  const { served, inBrowser } = await serve(createVisitor(createEmulator()));
  const { container, unmount } = await hydrate(served, inBrowser(new DiscovrClient('visited-app')));
  await act(idle);
  expect(container.textContent).toBe('signedOut');
  await unmount();
});

/** Renders its children when a promise has resolved. */
function Late({ until, children }: { until: Promise<void>; children: ReactNode }) {
  use(until);
  return children;
}

test('two users rendered at the same time with one client never see each other’s titles', async () => {
  const emulator = createEmulator();
  const client = moduleClient();
  const people = await Promise.all(
    [0, 1].map(async (index) => {
      const visitor = createVisitor(emulator, index);
      const { pageId, state } = await visitor.prefetch();
      const { hero } = state.queries.find(({ queryKey }) => queryKey[3] === 'page')!.state.data as Page;
      const titles = hero.map(({ title }) => title).join(', ');
      return { pageId, state, titles, session: activeAs(visitor.profileId), isReady: deferred<void>() };
    }),
  );
  // Each app asks for the pages of both.
  const pages = people.map(({ pageId }) => <Titles key={pageId} pageId={pageId} />);
  const served = people.map(({ session, state, isReady }) => {
    const children = (
      <Suspense fallback="waiting">
        <Late until={isReady.promise}>{pages}</Late>
      </Suspense>
    );
    return streamed(app({ client, session, state, children }));
  });
  // The second is rendered to its end while the first waits.
  for (const { isReady } of people.toReversed()) {
    await idle();
    isReady.resolve();
  }
  const [first, second] = (await Promise.all(served)).map(wordsOf);
  const [ofFirst, ofSecond] = people.map(({ titles }) => titles);
  expect(ofFirst).not.toBe(ofSecond);
  expect([first!.includes(ofFirst!), first!.includes(ofSecond!)]).toEqual([true, false]);
  expect([second!.includes(ofSecond!), second!.includes(ofFirst!)]).toEqual([true, false]);
});

test('a cache that all requests of a server share shows no user the titles of another, and is warned of', async () => {
  expectConsole(/found data of another profile in its QueryClient/);
  const emulator = createEmulator();
  const queryClient = new QueryClient();
  const pages = [];
  for (const index of [0, 1]) {
    vi.mocked(console.warn).mockClear();
    const { client, profileId } = createVisitor(emulator, index);
    await prefetchPage(client, queryClient, {}, { profileId });
    const { id } = queryClient.getQueryData(createPageQueryOptions(client, {}, { profileId }).queryKey)!;
    const { hero } = queryClient.getQueryData(pageQueryOptions(client, id, { profileId }).queryKey)!;
    pages.push({ id, session: activeAs(profileId), titles: hero.map(({ title }) => title).join(', ') });
    expect(vi.mocked(console.warn)).toHaveBeenCalledTimes(index);
  }
  const children = pages.map(({ id }) => <Titles key={id} pageId={id} />);
  for (const { session, titles } of pages) {
    const html = wordsOf(renderToString(app({ client: moduleClient(), queryClient, session, children })));
    expect(pages.filter((page) => html.includes(page.titles))).toMatchObject([{ titles }]);
  }
});
