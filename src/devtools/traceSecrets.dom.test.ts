import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { fuzzRuns } from '../../test/support/fuzzRuns.js';
import { idle } from '../../test/support/promises.js';
import type { EmulatorFault } from '../emulator/faults/faults.js';
import { createPageQueryOptions, pageQueryOptions } from '../react/pages/queries.js';
import { gifSearchQueryOptions, profilesQueryOptions } from '../react/profiles/queries.js';
import { mutationOf } from '../react/query/options.js';
import { mediaQueryOptions } from '../react/titles/queries.js';
import { traceClient } from './traceClient.js';

type World = ReturnType<typeof clientOnEmulator> & { readonly queryClient: QueryClient; pageId: string };

/** What a user does, with a text that they typed. */
const actions: readonly ((world: World, typed: string) => Promise<unknown>)[] = [
  async (world, typed) => {
    const { id } = await world.client.createPage({ name: typed, pageFilters: { genres: [35] } });
    world.pageId = id;
  },
  ({ client, pageId, queryClient, alex }) =>
    queryClient.fetchQuery(pageQueryOptions(client, pageId, { profileId: alex })),
  ({ client, queryClient, alex }, typed) =>
    queryClient.fetchQuery(createPageQueryOptions(client, { name: typed }, { profileId: alex })),
  async ({ client, pageId }) => {
    const { rows } = await client.getRows(pageId);
    await client.getRowItems(pageId, rows[0]!.id);
  },
  async ({ client, pageId, queryClient, alex }) => {
    const [title] = (await client.getPage(pageId)).hero;
    await queryClient.fetchQuery(mediaQueryOptions(client, title!.id, { profileId: alex }));
    await client.addLikedItem(title!.id);
  },
  ({ client, queryClient }) => queryClient.fetchQuery(profilesQueryOptions(client)),
  ({ client, queryClient }, typed) => queryClient.fetchInfiniteQuery(gifSearchQueryOptions(client, typed)),
  ({ client, queryClient }, typed) =>
    queryClient
      .getMutationCache()
      .build(queryClient, {
        ...mutationOf('createProfile', client),
        mutationFn: () => client.createProfile(typed, `https://example.com/${encodeURIComponent(typed)}`),
      })
      .execute(undefined),
  ({ client, sam }, typed) => client.updateProfile(sam, { name: typed }),
  ({ client, sam }) => client.selectProfile(sam),
  ({ client, alex }) => client.selectProfile(alex),
  async ({ client, control }) => {
    const signIn = await client.signInWithDeviceCode();
    control.approveDevice(signIn.userCode);
    await vi.advanceTimersByTimeAsync(6_000);
    await signIn.finished();
    await client.selectProfile(control.profiles()[0]!.id);
  },
  async ({ control }) => control.expireSession(),
  async ({ control }) => control.outdatePages(),
  ({ client }) => client.signOut(),
];

const faults: readonly ((typed: string) => EmulatorFault)[] = [
  (typed) => ({ kind: 'status', status: 400, message: typed, issues: [{ path: [typed], message: typed }] }),
  (typed) => ({ kind: 'status', status: 503, message: typed }),
  (typed) => ({ kind: 'body', body: { id: typed, items: [typed, { type: typed }], profiles: typed } }),
  () => ({ kind: 'network' }),
  () => ({ kind: 'html' }),
];

const step = fc.record({
  act: fc.constantFrom(...actions),
  typed: fc.string({ minLength: 1, maxLength: 20 }).map((text) => `typed ${text} by a user`),
  fault: fc.option(fc.constantFrom(...faults), { freq: 3, nil: undefined }),
});

test('no event of any visit contains a token, a code, a response or what the user typed', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const posted = vi.spyOn(BroadcastChannel.prototype, 'postMessage');
  onTestFinished(() => {
    vi.useRealTimers();
    posted.mockRestore();
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      posted.mockClear();
      const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
      const world: World = { ...clientOnEmulator({ retries: 0 }), queryClient, pageId: 'page' };
      const { client, control, sent } = world;
      const trace = traceClient(client, { queryClient });
      client.connect();
      for (const { act, typed, fault } of steps) {
        if (fault) control.failNext(fault(typed));
        await act(world, typed).catch(() => undefined);
      }
      await idle();
      const tokens = sent.flatMap(({ token }) => token || []);
      const names = control.profiles().map(({ name }) => name);
      const secrets = [...tokens, ...names, 'by a user', 'example.com', 'Title', 'rt_', 'eyJ'];
      const messages = posted.mock.calls.flatMap(([message]) => ('discovrTrace' in Object(message) ? [message] : []));
      const text = JSON.stringify([trace.events(), messages]);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect(trace.events().length).toBeGreaterThan(1);
      trace.stop();
      client.dispose();
      queryClient.clear();
    }),
    fuzzRuns(300),
  );
}, 3_600_000);
