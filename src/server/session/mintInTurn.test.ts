import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deferred, failureOf, watch } from '../../../test/support/promises.js';
import { DiscovrError } from '../../shared/errors.js';
import { pause } from '../../shared/time.js';
import { notSignedIn } from '../refusal.js';
import { UPSTREAM_TIMEOUT_MS } from '../serverSettings.js';
import type { MintedSession, Mint } from './store.js';
import { mintInTurn, type MintInTurnOptions } from './mintInTurn.js';
import type { SharedCache, SharedEntry } from './sharedCache.js';

const KEY = 'session';
const MINT_MS = 300;
/** The longest time that a user waits for a claim of a process that is gone. */
const LONGEST_MS = 10_000;

beforeEach(() => {
  vi.useFakeTimers();
});

/** A cache in memory, and the processes that share it. */
function createWorld() {
  const entries = new Map<string, { readonly entry: SharedEntry; readonly end: number }>();
  let count = 0;

  /** Connects a process with the cache. Each call takes as long as `latencyMs` returns. */
  const connect = (latencyMs: (call: 'get' | 'set') => number = () => 1): SharedCache => ({
    async get(key) {
      const found = entries.get(key);
      await pause(latencyMs('get'));
      return found && found.end > performance.now() ? found.entry : {};
    },
    async set(key, entry, lifetimeMs) {
      await pause(latencyMs('set'));
      entries.set(key, { entry, end: performance.now() + lifetimeMs });
      return true;
    },
    del: async (key) => void entries.delete(key),
  });

  const sessionOf = (sessionId: string): MintedSession => ({
    user: 'u',
    profileId: 'p',
    sessionToken: sessionId,
    sessionId,
    expiresAt: 0,
    endsAt: 0,
  });
  const mint = vi.fn(async (): Promise<Mint> => {
    const session = sessionOf(`s${(count += 1)}`);
    await pause(MINT_MS);
    return { session, nextRefreshToken: undefined };
  });

  /** Requests a session in one process. */
  const request = (cache = connect(), options: Partial<MintInTurnOptions> & { replaces?: string } = {}) =>
    mintInTurn({
      cache,
      key: KEY,
      isFit: ({ sessionId }) => sessionId !== options.replaces,
      isReplaced: ({ sessionId }) => sessionId === options.replaces,
      mint,
      store: async (result) => void (await cache.set(KEY, result, 60_000)),
      ...options,
    });
  return { entries, connect, sessionOf, mint, request };
}

const idsOf = async (requests: Promise<Mint>[]) => {
  const mints = Promise.all(requests);
  await vi.advanceTimersByTimeAsync(LONGEST_MS);
  return (await mints).map(({ session }) => session.sessionId);
};

describe('processes that need the same session', () => {
  it('mint it once, whatever the cache takes for each call', async () => {
    for (let run = 0; run < 50; run += 1) {
      const { connect, mint, request } = createWorld();
      let seed = run;
      const latency = () => (seed = (seed * 7 + 3) % 23);
      const ids = await idsOf(Array.from({ length: 10 }, () => request(connect(latency))));
      expect(new Set(ids).size).toBe(1);
      expect(mint).toHaveBeenCalledOnce();
    }
  });

  it('mint it once with a slow cache', async () => {
    const { connect, mint, request } = createWorld();
    const slow = () => connect(() => 200);
    const first = request(slow());
    await vi.advanceTimersByTimeAsync(100);
    expect(await idsOf([first, request(slow())])).toEqual(['s1', 's1']);
    expect(mint).toHaveBeenCalledOnce();
  });

  it.each([60, 150, 500])('mint it once when one overwrites the claim of another, %i ms too late', async (lateMs) => {
    const { connect, request, sessionOf } = createWorld();
    const mint = vi.fn(async (): Promise<Mint> => {
      await pause(3_000);
      return { session: sessionOf('slow'), nextRefreshToken: undefined };
    });
    // It finds no claim, and writes its own while the other one mints.
    const late = connect((call) => (call === 'set' ? lateMs : 1));
    expect(await idsOf([request(undefined, { mint }), request(late, { mint })])).toEqual(['slow', 'slow']);
    expect(mint).toHaveBeenCalledOnce();
  });

  it('do not wait when it is already there', async () => {
    const { entries, request, sessionOf, mint } = createWorld();
    entries.set(KEY, { entry: { session: sessionOf('there') }, end: Infinity });
    const found = watch(request());
    await vi.advanceTimersByTimeAsync(1);
    expect(found.value?.session.sessionId).toBe('there');
    expect(mint).not.toHaveBeenCalled();
  });

  it('receive it within 100 ms after the mint', async () => {
    const { connect, request } = createWorld();
    const first = watch(request());
    await vi.advanceTimersByTimeAsync(60);
    const second = watch(request(connect()));
    await vi.advanceTimersByTimeAsync(MINT_MS);
    expect(first.status).toBe('resolved');
    await vi.advanceTimersByTimeAsync(60);
    expect(second.value).toEqual(first.value);
  });

  it('share it even if it lasts too short to be found', async () => {
    const { request, mint } = createWorld();
    const isFit = () => false;
    const ids = await idsOf([request(undefined, { isFit }), request(undefined, { isFit })]);
    expect(ids).toEqual(['s1', 's1']);
    expect(mint).toHaveBeenCalledOnce();
  });

  it('share the next refresh token', async () => {
    const { request } = createWorld();
    const mint = vi.fn(async () => ({ session: createWorld().sessionOf('s'), nextRefreshToken: 'next' }));
    const both = Promise.all([request(undefined, { mint }), request(undefined, { mint })]);
    await vi.advanceTimersByTimeAsync(LONGEST_MS);
    expect((await both).map(({ nextRefreshToken }) => nextRefreshToken)).toEqual(['next', 'next']);
    expect(mint).toHaveBeenCalledOnce();
  });
});

describe('a session that the browser cannot use any more', () => {
  it('is replaced once, by a session that all processes use', async () => {
    const { entries, request, sessionOf, mint } = createWorld();
    entries.set(KEY, { entry: { session: sessionOf('refused') }, end: Infinity });
    const replaces = 'refused';
    const ids = await idsOf([request(undefined, { replaces }), request(undefined, { replaces })]);
    expect(ids).toEqual(['s1', 's1']);
    expect(mint).toHaveBeenCalledOnce();
  });

  it('is not returned to a request that waits for another mint', async () => {
    const { request } = createWorld();
    const first = request();
    await vi.advanceTimersByTimeAsync(60);
    // The browser has refused the session before this process finds it.
    expect(await idsOf([first, request(undefined, { replaces: 's1' })])).toEqual(['s1', 's2']);
  });
});

describe('a mint that fails', () => {
  const unavailable = new DiscovrError('SERVER_ERROR', 'Down.', { status: 503, retryAfter: 7 });

  it('fails in all processes without another mint, and the next request tries again', async () => {
    const { request } = createWorld();
    const mint = vi.fn(async (): Promise<Mint> => {
      await pause(MINT_MS);
      throw unavailable;
    });
    const failures = [1, 2, 3].map(() => failureOf(request(undefined, { mint })));
    await vi.advanceTimersByTimeAsync(500);
    for (const failure of await Promise.all(failures)) {
      expect(failure).toMatchObject({ name: 'DiscovrError', code: 'SERVER_ERROR', status: 503, retryAfter: 7 });
    }
    expect(mint).toHaveBeenCalledOnce();
    expect(await idsOf([request()])).toEqual(['s1']);
  });

  it('because the sign-in has ended fails in all processes as a request without a sign-in', async () => {
    const { request } = createWorld();
    const mint = vi.fn(async (): Promise<Mint> => {
      await pause(MINT_MS);
      throw notSignedIn();
    });
    const failures = [1, 2, 3].map(() => failureOf(request(undefined, { mint })));
    await vi.advanceTimersByTimeAsync(500);
    // A DiscovrError with this status would delete the cookies, which may be those of the next sign-in.
    for (const failure of await Promise.all(failures)) expect(failure).toMatchObject({ name: 'Refusal', status: 401 });
    expect(mint).toHaveBeenCalledOnce();
  });

  it('with an error of the process lets another one mint', async () => {
    const { request, mint } = createWorld();
    const broken = async (): Promise<Mint> => {
      await pause(MINT_MS);
      throw new TypeError('A fault.');
    };
    const failing = failureOf(request(undefined, { mint: broken }));
    await vi.advanceTimersByTimeAsync(60);
    expect(await idsOf([request(), request()])).toEqual(['s1', 's1']);
    expect(await failing).toBeInstanceOf(TypeError);
    expect(mint).toHaveBeenCalledOnce();
  });
});

describe('a process that crashes during a mint', () => {
  it.each([
    ['a cache that removes the claim', false, 2_300],
    ['a cache that keeps it', true, 7_800],
  ])('is replaced by another one with %s', async (_which, keepsClaim, longestMs) => {
    const { connect, entries, request, mint } = createWorld();
    let hasCrashed = false;
    const cache = connect();
    const crashing: SharedCache = { ...cache, set: async (...args) => !hasCrashed && cache.set(...args) };
    void request(crashing, { mint: () => deferred<Mint>().promise });
    await vi.advanceTimersByTimeAsync(500);
    hasCrashed = true;
    const others = [request(), request(), request()].map((one) => watch(one));
    if (keepsClaim) entries.set(KEY, { entry: entries.get(KEY)!.entry, end: Infinity });
    await vi.advanceTimersByTimeAsync(longestMs - 1_000);
    expect(mint).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000 + MINT_MS);
    expect(others.map(({ value }) => value?.session.sessionId)).toEqual(['s1', 's1', 's1']);
    expect(mint).toHaveBeenCalledOnce();
  });
});

describe('a false claim in the cache', () => {
  it('delays a mint, but not beyond the deadline of the browser', async () => {
    const { entries, request } = createWorld();
    entries.set(KEY, { entry: { claim: 'false' }, end: Infinity });
    const mint = async (): Promise<Mint> => {
      await pause(UPSTREAM_TIMEOUT_MS);
      throw new DiscovrError('NETWORK_ERROR', 'The API did not respond.');
    };
    const failing = watch(request(undefined, { mint }));
    await vi.advanceTimersByTimeAsync(14_900);
    expect(failing.status).toBe('rejected');
  });
});

describe('a slow mint', () => {
  it('keeps its claim', async () => {
    const { request } = createWorld();
    const mint = vi.fn(async (): Promise<Mint> => {
      await pause(7_000);
      return { session: createWorld().sessionOf('slow'), nextRefreshToken: undefined };
    });
    expect(await idsOf([request(undefined, { mint }), request(undefined, { mint })])).toEqual(['slow', 'slow']);
    expect(mint).toHaveBeenCalledOnce();
  });
});

describe('a cache', () => {
  it('that fails keeps no process from minting', async () => {
    const { request } = createWorld();
    const cache: SharedCache = { get: async () => undefined, set: async () => false, del: async () => undefined };
    const mint = watch(request(cache));
    await vi.advanceTimersByTimeAsync(MINT_MS);
    expect(mint.status).toBe('resolved');
  });

  it('that fails while a process waits does not let it wait any longer', async () => {
    const { connect, request } = createWorld();
    let isDown = false;
    const cache = connect();
    const failing = { ...cache, get: async (key: string) => (isDown ? undefined : cache.get(key)) };
    void request(undefined, { mint: () => deferred<Mint>().promise });
    await vi.advanceTimersByTimeAsync(60);
    const second = watch(request(failing));
    await vi.advanceTimersByTimeAsync(100);
    isDown = true;
    await vi.advanceTimersByTimeAsync(100 + MINT_MS);
    expect(second.value?.session.sessionId).toBe('s1');
  });

  it('that returns an outdated session after the claim does not make a process use it', async () => {
    const { connect, request, sessionOf } = createWorld();
    const outdated = { ...connect(), get: async () => ({ session: sessionOf('outdated') }) };
    expect(await idsOf([request(outdated, { isFit: () => false })])).toEqual(['s1']);
  });

  it('that keeps nothing does not keep a process from minting', async () => {
    const { connect, request } = createWorld();
    expect(await idsOf([request({ ...connect(), set: async () => true })])).toEqual(['s1']);
  });
});
