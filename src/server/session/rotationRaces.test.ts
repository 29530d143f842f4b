import { describe, expect, it, vi } from 'vitest';
import { mix32 } from '../../emulator/random.js';
import { generatedTitles } from '../../emulator/catalog/catalog.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { expectConsole } from '../../../test/setup/console.js';
import { deferred } from '../../../test/support/promises.js';
import { serverApp, type ServerAppOptions } from '../../../test/support/serverApp.js';
import { madeUpRefreshToken } from '../../../test/support/tokens.js';
import { pause } from '../../shared/time.js';
import { createSealer } from '../cookies/sealer.js';
import { serverSettings } from '../serverSettings.js';
import { createSharedCache, replacedKey } from './sharedCache.js';
import { userHash } from './store.js';

const SECRET = 'a secret of the tests, with 32 bytes or more';
const WARNING = /no sessionCache.*pass a sessionCache to createDiscovrServer/;
const REFRESH_COOKIE = '__Host-discovr-refresh';
let count = 0;

interface Api {
  /** Called before the API receives a request. */
  readonly before?: (request: Request) => void | Promise<void>;
  /** Called after the API has answered a request. */
  readonly after?: (request: Request) => void | Promise<void>;
}

/** An app whose API replaces the refresh token with each mint, and refuses the previous one from then on. */
async function rotating({ before, after }: Api = {}, options: ServerAppOptions = {}) {
  const emulator = createEmulator({ catalog: generatedTitles(10) });
  const clock = { now: Date.now() };
  const settings = {
    clientId: 'my-app',
    origin: 'https://app.example',
    secret: SECRET,
    now: () => clock.now,
    ...options,
  };
  const app = serverApp({
    ...settings,
    emulator,
    async fetch(input, init) {
      const request = new Request(input, init);
      app.bearers.push(request.headers.get('authorization') ?? '');
      await before?.(request);
      const response = await emulator.fetch(request.clone());
      const isMint = request.url.endsWith('/auth/session-token') && response.ok;
      const body: object = isMint ? { ...((await response.json()) as object), refreshToken: nextToken(request) } : {};
      await after?.(request);
      return isMint ? Response.json(body) : response;
    },
  });
  const nextToken = (request: Request) => {
    const refreshToken = madeUpRefreshToken(`race${String((count += 1)).padStart(16, '0')}`);
    emulator.control.revoke(request.headers.get('authorization')!.replace('Bearer ', ''));
    emulator.issueCredential({ refreshToken });
    return refreshToken;
  };
  await app.signIn();
  let last: string | undefined;
  return {
    app,
    clock,
    /** Mints another session with the cookies of the browser. */
    async mint() {
      const response = await app.mint(app.profileId(), last === undefined ? {} : { 'x-discovr-replaces': last });
      if (response.ok) last = ((await response.json()) as { sessionId: string }).sessionId;
      return response;
    },
    read: (jar = app.jar) => app.send('/profiles', { headers: { 'sec-fetch-site': 'same-origin' } }, jar),
    /** The cache as another process writes it, and the hash of a token in it. */
    other: createSharedCache(serverSettings(settings), createSealer(serverSettings(settings))),
    userOf: (token: string) => userHash(serverSettings(settings), token),
  };
}

/** Lets another process of the app answer requests: one that knows of this process only what is in the cache. */
async function inAnotherProcess<T>(request: () => Promise<T>): Promise<T> {
  const name = Object.getOwnPropertySymbols(globalThis).find(({ description }) =>
    description?.startsWith('discovr-react/server sign-ins'),
  )!;
  // The type of `globalThis` does not have the symbol.
  const holder = globalThis as { [name]?: unknown };
  const records = holder[name];
  delete holder[name];
  try {
    return await request();
  } finally {
    holder[name] = records;
  }
}

const isRead = ({ url }: Request) => url.endsWith('/profiles');

describe('a request that is answered after the refresh token was replaced again', () => {
  it('sets the newest token, so that the user is signed in after the previous one has expired', async () => {
    expectConsole(WARNING);
    const [isSent, isOver] = [deferred<void>(), deferred<void>()];
    const { app, clock, mint, read } = await rotating({
      async after(request) {
        if (!isRead(request)) return;
        isSent.resolve();
        await isOver.promise;
      },
    });
    const late = new Map(app.jar);
    await mint();
    const reading = read(late);
    await isSent.promise;
    await mint();
    isOver.resolve();
    expect((await reading).status).toBe(200);
    clock.now += 60_000;
    expect((await read(late)).status).toBe(200);
  });

  it('sets the newest token when another process has replaced it', async () => {
    const entries = new Map<string, string>();
    const next = madeUpRefreshToken('ofanotherprocess0000');
    let token = '';
    const { app, clock, mint, read, other, userOf } = await rotating(
      {
        async after(request) {
          if (!isRead(request) || token) return;
          token = request.headers.get('authorization')!.replace('Bearer ', '');
          app.control.revoke(token);
          app.emulator.issueCredential({ refreshToken: next });
          await other.set(replacedKey(await userOf(token)), { nextRefreshToken: next }, 20_000);
        },
      },
      {
        sessionCache: {
          get: async (key) => entries.get(key),
          set: async (key, value) => void entries.set(key, value),
          del: async (key) => void entries.delete(key),
        },
      },
    );
    const late = new Map(app.jar);
    await mint();
    expect((await read(late)).status).toBe(200);
    clock.now += 60_000;
    entries.clear();
    expect((await read(late)).status).toBe(200);
    expect(app.bearers.at(-1)).toBe(`Bearer ${next}`);
  });
});

describe('a sign-in that a browser completes in another process, before it has the cookie of a replaced token', () => {
  /** Signs in in another process, and returns the cookies that the browser had before. */
  const signInElsewhere = async () => {
    const entries = new Map<string, string>();
    const sessionCache = {
      get: async (key: string) => entries.get(key),
      set: async (key: string, value: string) => void entries.set(key, value),
      del: async (key: string) => void entries.delete(key),
    };
    const world = await rotating({}, { sessionCache });
    const late = new Map(world.app.jar);
    await world.mint();
    world.app.jar.set(REFRESH_COOKIE, late.get(REFRESH_COOKIE)!);
    await inAnotherProcess(() => world.app.signIn());
    return { ...world, late };
  };

  it('is kept when a late request is answered', async () => {
    const { late, read } = await signInElsewhere();
    const response = await read(late);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('is kept when the earlier sign-out is answered', async () => {
    const { app, late } = await signInElsewhere();
    const response = await app.send(
      '/auth/session',
      { method: 'DELETE', headers: { origin: 'https://app.example', 'x-discovr-request': '1' } },
      late,
    );
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('is kept when its own token is replaced there', async () => {
    const { app, mint, read } = await signInElsewhere();
    const late = new Map(app.jar);
    await inAnotherProcess(() => mint());
    expect((await read(late)).status).toBe(200);
    expect((await read()).status).toBe(200);
  });
});

it('a request is repeated until the API has refused the newest refresh token', async () => {
  expectConsole(WARNING);
  let rotations = 0;
  const { app, mint, read } = await rotating({
    async before(request) {
      if (isRead(request) && rotations < 3) {
        rotations += 1;
        await mint();
      }
    },
  });
  const late = new Map(app.jar);
  const response = await read(late);
  expect([response.status, rotations]).toEqual([200, 3]);
  app.control.revoke();
  expect((await read()).status).toBe(401);
  expect(app.jar.size).toBe(0);
});

it('a mint sets no cookie when the user signs out while it encrypts them', async () => {
  expectConsole(WARNING);
  const { app, mint } = await rotating();
  const { subtle } = globalThis.crypto;
  const encrypt = subtle.encrypt.bind(subtle);
  const spy = vi.spyOn(subtle, 'encrypt').mockImplementationOnce(async (...given) => {
    await app.ask('DELETE', '/auth/session');
    return encrypt(...given);
  });
  const response = await mint();
  expect(spy).toHaveBeenCalled();
  spy.mockRestore();
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(app.jar.size).toBe(0);
});

it('the first replacement of a refresh token without a cache is warned about, once, in production too', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  expectConsole(WARNING);
  const { mint } = await rotating();
  await mint();
  await mint();
  vi.unstubAllEnvs();
  expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
});

it('a browser stays signed in, or signed out, whatever it requests at the same time', async () => {
  expectConsole(WARNING);
  for (let round = 1; round <= 15; round += 1) {
    let steps = round * 1_000;
    const randomBelow = (limit: number) => (mix32((steps += 1)) >>> 0) % limit;
    const wait = (request: Request) => pause(randomBelow(isRead(request) ? 15 : 2));
    const { app, clock, mint, read } = await rotating({ before: wait, after: wait });
    const mintTwice = async () => {
      await mint();
      await mint();
    };
    const readLate = async () => {
      await pause(randomBelow(10));
      const sent = new Map(app.jar);
      await pause(randomBelow(10));
      const response = await read(sent);
      if (response.headers.getSetCookie().length === 0) return;
      const received = sent.get(REFRESH_COOKIE);
      if (received) app.jar.set(REFRESH_COOKIE, received);
      else app.jar.delete(REFRESH_COOKIE);
    };
    const endsSignedOut = round % 2 === 0;
    const signOut = () => pause(randomBelow(10)).then(() => app.ask('DELETE', '/auth/session'));
    await Promise.all([mintTwice(), ...Array.from({ length: 6 }, readLate), endsSignedOut && signOut()]);
    clock.now += 60_000;
    const { status } = await read();
    expect([round, status, app.jar.has(REFRESH_COOKIE)]).toEqual([
      round,
      ...(endsSignedOut ? [401, false] : [200, true]),
    ]);
  }
});
