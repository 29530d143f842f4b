import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { backEnd } from '../../test/support/backEnd.js';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { until } from '../../test/support/promises.js';
import { DiscovrClient } from '../client/browserClient.js';
import { createSessionSource } from '../client/sessionSource.js';
import { createEmulator } from '../emulator/createEmulator.js';
import { usePage } from '../react/pages/usePage.js';
import { useSignOut } from '../react/session/useSession.js';
import { useUpdateList } from '../react/titles/useTitleChanges.js';
import { memoryCredentialStore } from '../session/credential.js';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';
import { traceClient, type ClientTrace, type TraceClientOptions } from './traceClient.js';

/** Traces a client until the test ends. */
function traced(client: DiscovrClient, options?: TraceClientOptions): ClientTrace {
  const trace = traceClient(client, options);
  onTestFinished(trace.stop);
  return trace;
}

const eventsOf = (trace: ClientTrace) => trace.events().map(({ event }) => event);
const ofType = (trace: ClientTrace, type: string) => eventsOf(trace).filter((event) => event.type === type);

test('a trace has what the client decided and the states of the session, each with its time and tab', async () => {
  vi.setSystemTime(1_800_000_000_000);
  const { client, sam } = clientOnEmulator();
  const trace = traced(client);
  await client.selectProfile(sam);
  await client.signOut();
  const [first] = trace.events();
  expect(first).toEqual({
    id: 1,
    at: expect.closeTo(1_800_000_000_000, -5),
    tab: trace.tab,
    event: { type: 'session', state: { status: 'unknown' } },
  });
  expect(trace.events().map(({ id }) => id)).toEqual(trace.events().map((_event, index) => index + 1));
  expect(ofType(trace, 'session').slice(1)).toMatchObject([
    { state: { status: 'active' } },
    { state: { status: 'active', profileId: sam } },
    { state: { status: 'signedOut', reason: 'signOut' } },
  ]);
  expect(ofType(trace, 'mint')).toMatchObject([
    { step: 'asked', reason: 'choice' },
    { step: 'turn' },
    { step: 'lock' },
    { step: 'ended', outcome: 'ok', callers: 1 },
  ]);
});

test('a mint after another tab chose a profile is not blamed on the token of the previous one', async () => {
  const store = memoryCredentialStore();
  const { client, emulator, sam, alex } = clientOnEmulator({ credentialStore: store });
  await store.set(emulator.issueCredential({ profileId: alex }));
  onTestFinished(client.connect());
  await client.createPage();
  const trace = traced(client);
  await store.set({ ...(await store.get())!, profileId: sam });
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(client.getActiveProfileId()).toBe(sam));
  await client.createPage();
  expect(ofType(trace, 'mint')[0]).toEqual({ type: 'mint', step: 'asked', reason: 'missing', leftMs: undefined });
});

test('a trace has the queries and changes of the cache, without their data', async () => {
  const { client, queryClient, control, Wrapper } = createTestDiscovr();
  const { id: pageId } = await client.createPage();
  const trace = traced(client, { queryClient });
  const { result } = renderHook(() => ({ page: usePage(pageId), like: useUpdateList('liked') }), { wrapper: Wrapper });
  await waitFor(() => expect(result.current.page.isSuccess).toBe(true));
  const item = result.current.page.data!.hero[0]!;
  act(() => result.current.like.mutate({ mediaId: item.id, on: true, item }));
  await waitFor(() => expect(result.current.like.isSuccess).toBe(true));
  control.failNext({ kind: 'status', status: 403 }, { times: 9 });
  act(() => result.current.like.mutate({ mediaId: item.id, on: false, item }));
  await waitFor(() => expect(result.current.like.isError).toBe(true));
  expect(ofType(trace, 'query')).toEqual(
    expect.arrayContaining([
      { type: 'query', name: 'page', step: 'fetching', pageId },
      { type: 'query', name: 'page', step: 'success', pageId },
    ]),
  );
  expect(ofType(trace, 'change')).toEqual([
    { type: 'change', name: 'updateList', step: 'optimistic' },
    { type: 'change', name: 'updateList', step: 'kept' },
    { type: 'change', name: 'updateList', step: 'optimistic' },
    { type: 'change', name: 'updateList', step: 'rolledBack', outcome: 'FORBIDDEN' },
  ]);
});

test('a query that nobody needs any more has an end, also when Strict Mode renders it twice', async () => {
  const { client, queryClient, Wrapper } = createTestDiscovr();
  const { id: pageId } = await client.createPage();
  const trace = traced(client, { queryClient });
  const strict = renderHook(() => usePage(pageId), { wrapper: Wrapper, reactStrictMode: true });
  await waitFor(() => expect(strict.result.current.isSuccess).toBe(true));
  strict.unmount();
  queryClient.clear();
  renderHook(() => usePage(pageId), { wrapper: Wrapper }).unmount();
  renderHook(() => usePage(pageId), { wrapper: Wrapper });
  queryClient.clear();
  const aborted = { step: 'error', outcome: 'aborted' };
  expect(ofType(trace, 'query')).toMatchObject([
    ...[{ step: 'fetching' }, aborted],
    ...[{ step: 'fetching' }, { step: 'success' }],
    ...[{ step: 'fetching' }, aborted],
    ...[{ step: 'fetching' }, aborted],
  ]);
});

test('a trace tells which page replaced an outdated one', async () => {
  const { client, queryClient, control, Wrapper } = createTestDiscovr();
  const { id: from } = await client.createPage({ pageFilters: { genres: [35] } });
  control.expireSession();
  control.outdatePages();
  const trace = traced(client, { queryClient });
  const { result } = renderHook(() => usePage(from), { wrapper: Wrapper });
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  expect(ofType(trace, 'page')).toEqual([{ type: 'page', step: 'healed', from, to: result.current.data!.id }]);
});

test('a trace tells what was not read of a response', async () => {
  const { client, control } = clientOnEmulator();
  const { id } = await client.createPage();
  const page = await client.getPage(id);
  const trace = traced(client);
  control.failNext({ kind: 'body', body: { ...page, mood: 'calm', hero: [{ type: 'game' }] } });
  await client.getPage(id);
  await until(() => ofType(trace, 'reading').length > 0);
  const route = 'GET /pages/{pageId}';
  expect(ofType(trace, 'reading')).toEqual([
    { type: 'reading', route, path: 'hero[]', what: 'droppedItem' },
    { type: 'reading', route, path: 'mood', what: 'unknownField' },
  ]);
});

test('a trace has the requests of a session source', async () => {
  const { fetch, path, signIn } = backEnd();
  signIn();
  const client = new DiscovrClient('traced at home', { fetch, sessionSource: createSessionSource(path, { fetch }) });
  const trace = traced(client);
  await client.selectProfile((await client.getProfiles())[0]!.id);
  expect(ofType(trace, 'request')).toMatchObject([
    { name: 'GET /sign-in' },
    { name: 'GET /profiles' },
    { name: 'POST /auth/session-token', outcome: 'ok' },
  ]);
});

test('a trace keeps the latest events, up to its limit', async () => {
  const { client } = clientOnEmulator();
  const all = traced(client);
  const few = traced(client, { limit: 3 });
  for (let pages = 0; pages < 5; pages += 1) await client.createPage();
  expect(eventsOf(all).length).toBeGreaterThan(10);
  expect(eventsOf(few)).toEqual(eventsOf(all).slice(-3));
  expect(few.events().at(-1)!.id).toBeGreaterThan(10);
});

test('the events of a trace are the same array until one arrives or all are removed', async () => {
  const { client } = clientOnEmulator();
  const trace = traced(client);
  const onChanged = vi.fn();
  const undo = trace.onChanged(onChanged);
  const before = trace.events();
  expect(trace.events()).toBe(before);
  await client.createPage();
  expect(onChanged).toHaveBeenCalled();
  expect(trace.events()).not.toBe(before);
  trace.clear();
  expect(trace.events()).toEqual([]);
  undo();
  onChanged.mockClear();
  await client.createPage();
  expect(onChanged).not.toHaveBeenCalled();
});

test('two traces of a client record each event, and stopping one does not stop the other', async () => {
  const { client } = clientOnEmulator();
  const [one, other] = [traced(client), traced(client)];
  await client.createPage();
  expect(eventsOf(one)).toEqual(eventsOf(other));
  one.stop();
  one.stop();
  const { length } = one.events();
  await client.createPage();
  expect(one.events()).toHaveLength(length);
  expect(other.events().length).toBeGreaterThan(length);
});

test('a trace has no changes of another client that uses the same cache later', async () => {
  const queryClient = new QueryClient();
  const [one, other] = [
    createTestDiscovr({ provider: { queryClient } }),
    createTestDiscovr({ provider: { queryClient } }),
  ];
  const [mine, theirs] = [one, other].map(({ client }) => traced(client, { queryClient })) as [
    ClientTrace,
    ClientTrace,
  ];
  renderHook(() => useSignOut(), { wrapper: one.Wrapper }).unmount();
  const { result } = renderHook(() => useSignOut(), { wrapper: other.Wrapper });
  act(() => result.current.mutate());
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  expect(ofType(theirs, 'mutation')).toHaveLength(2);
  expect(ofType(mine, 'mutation')).toEqual([]);
});

test('a trace stops when its client is disposed', async () => {
  const { client, queryClient } = createTestDiscovr();
  const trace = traced(client, { queryClient });
  const close = vi.spyOn(BroadcastChannel.prototype, 'close');
  onTestFinished(() => close.mockRestore());
  await client.createPage();
  client.dispose();
  const { length } = trace.events();
  expect(length).toBeGreaterThan(1);
  expect(close).toHaveBeenCalledOnce();
  await expect(client.createPage()).rejects.toThrow('disposed');
  expect(trace.events()).toHaveLength(length);
});

test('tabs that are traced show the events of each other', async () => {
  const emulator = createEmulator();
  const credentialStore = memoryCredentialStore(
    emulator.issueCredential({ profileId: emulator.control.profiles()[0]!.id }),
  );
  const clientId = `traced tabs ${Math.random()}`;
  const [one, other] = [0, 1].map(() => new DiscovrClient(clientId, { fetch: emulator.fetch, credentialStore })) as [
    DiscovrClient,
    DiscovrClient,
  ];
  const stranger = traced(clientOnEmulator().client);
  const [mine, second, theirs] = [traced(one), traced(one), traced(other)];
  await one.createPage();
  const own = mine.events().slice(1);
  await until(() => theirs.events().length > own.length);
  const withoutId = ({ at, tab, event }: (typeof own)[number]) => ({ at, tab, event });
  expect(theirs.events().slice(1).map(withoutId)).toEqual(own.map(withoutId));
  expect(theirs.tab).not.toBe(mine.tab);
  expect(second.events()).toHaveLength(mine.events().length);
  expect(stranger.events()).toHaveLength(1);
  theirs.stop();
  await one.createPage();
  expect(theirs.events()).toHaveLength(own.length + 1);
});

test('a trace ignores what other code sends on its channel', async () => {
  const { client } = clientOnEmulator();
  const trace = traced(client);
  const port = new BroadcastChannel(`discovr-trace-${client.clientId}`);
  onTestFinished(() => port.close());
  const valid = { discovrTrace: 1, at: 1, tab: 'other', event: { type: 'token', step: 'held' } };
  for (const change of [
    { discovrTrace: 2 },
    { at: 'now' },
    { tab: '' },
    { event: 'text' },
    { event: { type: 'token', step: { nested: true } } },
    { event: { type: 'x'.repeat(10_000) } },
    { event: { type: 'later' } },
    { event: { type: '__proto__' } },
    { event: { type: 'session' } },
    { event: { type: 'token', step: 'later' } },
    { event: { type: 'query', step: 'success' } },
    { event: { type: 'request', name: 'GET /pages', tier: 'session', outcome: 'ok', tookMs: 'long' } },
  ]) {
    port.postMessage({ ...valid, ...change });
  }
  port.postMessage(valid);
  await until(() => trace.events().length > 1);
  expect(trace.events().slice(1)).toMatchObject([{ at: 1, tab: 'other', event: { step: 'held' } }]);
});

test('a client that is not traced builds no events', async () => {
  const { client } = clientOnEmulator();
  traceClient(client).stop();
  const channel = vi.spyOn(BroadcastChannel.prototype, 'postMessage');
  onTestFinished(() => channel.mockRestore());
  await client.createPage();
  expect(channel).not.toHaveBeenCalled();
});
