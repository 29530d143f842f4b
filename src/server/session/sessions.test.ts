import { describe, expect, it, vi } from 'vitest';
import { expectConsole } from '../../../test/setup/console.js';
import { deferred } from '../../../test/support/promises.js';
import { serverApp } from '../../../test/support/serverApp.js';
import { madeUpRefreshToken } from '../../../test/support/tokens.js';
import { UPSTREAM_TIMEOUT_MS, type SessionCache } from '../serverSettings.js';
import { PATIENCE_MS } from './store.js';

interface MintAnswer {
  readonly sessionToken: string;
  readonly sessionId: string;
  readonly expiresAt: number;
  readonly remainingMs: number;
}

const MINT = 'POST /auth/session-token';
const session = async (response: Response | Promise<Response>) => (await (await response).json()) as MintAnswer;

/** Returns a cache in memory, with a record of what it received. */
function memoryCache() {
  const entries = new Map<string, string>();
  const ttls: number[] = [];
  const cache: SessionCache = {
    get: async (key) => entries.get(key) ?? null,
    set: async (key, value, { ttl }) => {
      ttls.push(ttl);
      entries.set(key, value);
    },
    del: async (key) => entries.delete(key),
  };
  return { cache, entries, ttls };
}

async function signedIn(options: Parameters<typeof serverApp>[0] = {}) {
  const app = serverApp(options);
  await app.signIn();
  return { app, profileId: app.profileId(), otherId: app.profileId(1) };
}

describe('the session of a profile', () => {
  it('is minted once, and used until 60 seconds before its end', async () => {
    let now = Date.now();
    const { app, profileId } = await signedIn({ now: () => now });
    const first = await session(app.mint(profileId));
    now += first.remainingMs - 60_001;
    const second = await session(app.mint(profileId));
    expect(second).toMatchObject({ sessionToken: first.sessionToken, remainingMs: 60_001 });
    expect(app.control.count(MINT)).toBe(1);
    now += 1;
    expect((await session(app.mint(profileId))).sessionId).not.toBe(first.sessionId);
    expect(app.control.count(MINT)).toBe(2);
  });

  it('is minted once when the clock of the server is 29 minutes and a half ahead', async () => {
    const { app, profileId } = await signedIn({ now: () => Date.now() + 29.5 * 60_000 });
    await app.mint(profileId);
    await app.mint(profileId);
    expect(app.control.count(MINT)).toBe(1);
  });

  it.each([15, 28.5])('is used until 60 seconds before its end when the clock is %s minutes ahead', async (minutes) => {
    let now = Date.now() + minutes * 60_000;
    const { app, profileId } = await signedIn({ now: () => now });
    expect((await session(app.mint(profileId))).remainingMs).toBe(30 * 60_000);
    now += 29 * 60_000 - 1;
    await app.mint(profileId);
    expect(app.control.count(MINT)).toBe(1);
  });

  it('is remembered with its profile, for the next start of the app', async () => {
    const { app, profileId } = await signedIn();
    await app.mint(profileId);
    expect(await (await app.ask('GET', '/sign-in')).json()).toMatchObject({ signIn: { profileId } });
  });

  it('is not used for another profile', async () => {
    const { app, profileId, otherId } = await signedIn();
    const first = await session(app.mint(profileId));
    expect((await session(app.mint(otherId))).sessionId).not.toBe(first.sessionId);
    expect(await (await app.ask('GET', '/sign-in')).json()).toMatchObject({ signIn: { profileId: otherId } });
  });

  it('is not used for the next user of the browser', async () => {
    const { app, profileId } = await signedIn();
    const first = await session(app.mint(profileId));
    const cookie = app.jar.get('__Host-discovr-session')!;
    await app.signIn();
    app.jar.set('__Host-discovr-session', cookie);
    expect((await session(app.mint(profileId))).sessionId).not.toBe(first.sessionId);
  });

  it('is replaced when the browser cannot use it any more', async () => {
    const { app, profileId } = await signedIn();
    const first = await session(app.mint(profileId));
    const second = await session(app.mint(profileId, { 'x-discovr-replaces': encodeURIComponent(first.sessionId) }));
    expect(second.sessionId).not.toBe(first.sessionId);
    // A tab that missed the replacement gets the same one.
    const third = await session(app.mint(profileId, { 'x-discovr-replaces': encodeURIComponent(first.sessionId) }));
    expect(third.sessionId).toBe(second.sessionId);
    expect(app.control.count(MINT)).toBe(2);
  });

  it('is usable, and can be replaced, when its id has half of a surrogate pair', async () => {
    const { app, profileId } = await signedIn({
      alter: async (response, { url }) =>
        url.endsWith('/auth/session-token')
          ? Response.json({ ...((await response.json()) as object), sessionId: 'session_\ud800' })
          : response,
    });
    const first = await session(app.mint(profileId));
    expect(first.sessionId).toBe('');
    expect((await session(app.mint(profileId))).sessionToken).toBe(first.sessionToken);
    const next = await session(app.mint(profileId, { 'x-discovr-replaces': encodeURIComponent(first.sessionId) }));
    expect(next.sessionToken).not.toBe(first.sessionToken);
  });

  it('is forgotten when its profile was deleted elsewhere', async () => {
    const { app, profileId } = await signedIn();
    const { sessionId } = await session(app.mint(profileId));
    app.control.failNext({ kind: 'status', status: 404 });
    const response = await app.mint(profileId, { 'x-discovr-replaces': sessionId });
    expect(response.status).toBe(404);
    const { signIn } = (await (await app.ask('GET', '/sign-in')).json()) as { signIn: object };
    expect(Object.keys(signIn)).toEqual(['publicId']);
  });
});

describe('simultaneous requests', () => {
  it('share one mint', async () => {
    const { app, profileId } = await signedIn();
    const answers = await Promise.all(Array.from({ length: 100 }, () => session(app.mint(profileId))));
    expect(new Set(answers.map(({ sessionToken }) => sessionToken)).size).toBe(1);
    expect(app.control.count(MINT)).toBe(1);
  });

  it('share one mint across copies of the module', async () => {
    const { app, profileId } = await signedIn();
    vi.resetModules();
    const copy = await import('../../../test/support/serverApp.js');
    expect(copy.serverApp).not.toBe(serverApp);
    const other = copy.serverApp({ emulator: app.emulator });
    for (const [name, value] of app.jar) other.jar.set(name, value);
    const answers = await Promise.all([app, other, app, other].map((one) => session(one.mint(profileId))));
    expect(new Set(answers.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(app.control.count(MINT)).toBe(1);
  });

  it('share one mint even if some began before the browser had the cookie and arrive after it', async () => {
    const { app, profileId } = await signedIn();
    const before = new Map(app.jar);
    const first = await session(app.mint(profileId));
    for (const [name] of app.jar) if (!before.has(name)) app.jar.delete(name);
    expect((await session(app.mint(profileId))).sessionId).toBe(first.sessionId);
    expect(app.control.count(MINT)).toBe(1);
  });

  it('of two users never share', async () => {
    const { app, profileId } = await signedIn();
    const other = serverApp({ emulator: app.emulator });
    await other.signIn();
    const [mine, theirs] = await Promise.all([session(app.mint(profileId)), session(other.mint(profileId))]);
    expect(mine.sessionId).not.toBe(theirs.sessionId);
  });

  it('share a failure, and the next request tries again', async () => {
    const { app, profileId } = await signedIn();
    app.control.setLatency(50);
    app.control.failNext({ kind: 'status', status: 503 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => app.mint(profileId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(503));
    expect((await app.mint(profileId)).status).toBe(200);
  });
});

describe('a refresh token that the API replaces with a mint', () => {
  const next = madeUpRefreshToken('cafecafecafecafecafe');

  async function rotating() {
    expectConsole(/no sessionCache/);
    const used: string[] = [];
    const app = serverApp({
      async alter(response, request) {
        used.push(request.headers.get('authorization')?.replace('Bearer ', '') ?? '');
        if (!request.url.endsWith('/auth/session-token')) return response;
        return Response.json({ ...((await response.json()) as object), refreshToken: next });
      },
    });
    await app.signIn();
    app.emulator.issueCredential({ refreshToken: next });
    return { app, used };
  }

  it('is kept, and used from then on, without a second mint', async () => {
    const { app, used } = await rotating();
    const first = await session(app.mint(app.profileId()));
    await app.ask('GET', '/profiles');
    expect(used.at(-1)).toBe(next);
    expect((await session(app.mint(app.profileId()))).sessionId).toBe(first.sessionId);
    expect(app.readable.join()).not.toContain(next);
  });

  it('reaches requests that were sent with the previous cookie', async () => {
    const { app, used } = await rotating();
    const previous = new Map(app.jar);
    await app.mint(app.profileId());
    // The API no longer accepts the previous token.
    const previousToken = used.find((token) => token && token !== next)!;
    app.control.revoke(previousToken);
    const late = new Map(previous);
    const response = await app.send('/profiles', { headers: { 'sec-fetch-site': 'same-origin' } }, late);
    expect(response.status).toBe(200);
    expect(late.get('__Host-discovr-refresh')).not.toBe(previous.get('__Host-discovr-refresh'));
  });
});

describe('with a cache', () => {
  it('keeps the session, encrypted, for browsers without its cookie', async () => {
    let now = Date.now();
    const { cache, entries, ttls } = memoryCache();
    const { app, profileId } = await signedIn({ sessionCache: cache, now: () => now });
    const first = await session(app.mint(profileId));
    // The first entry is the claim of the mint.
    expect(ttls[0]).toBeLessThanOrEqual(2);
    expect(ttls.at(-1)).toBeGreaterThan(1_700);
    expect(ttls.at(-1)).toBeLessThanOrEqual(1_800);
    expect(JSON.stringify([...entries])).not.toContain(first.sessionToken);
    app.jar.delete('__Host-discovr-session');
    now += 60_000;
    expect((await session(app.mint(profileId))).sessionId).toBe(first.sessionId);
    expect(app.control.count(MINT)).toBe(1);
  });

  it('deletes the session from the cache when the user signs out', async () => {
    const { cache, entries } = memoryCache();
    const { app, profileId } = await signedIn({ sessionCache: cache });
    await app.mint(profileId);
    const [key = ''] = entries.keys();
    expect(key).toMatch(/^discovr:session:/);
    await app.ask('DELETE', '/auth/session');
    expect(entries.has(key)).toBe(false);
  });

  it('tells the other processes of a sign-out for longer than they wait and mint', async () => {
    const { cache, ttls } = memoryCache();
    const { app } = await signedIn({ sessionCache: cache });
    await app.ask('DELETE', '/auth/session');
    expect(ttls).toHaveLength(1);
    expect(ttls[0]! * 1000).toBeGreaterThan(PATIENCE_MS + UPSTREAM_TIMEOUT_MS);
  });

  it.each<[string, SessionCache]>([
    [
      'fails',
      {
        get: () => Promise.reject(new Error('gone')),
        set: () => Promise.reject(new Error('gone')),
        del: () => Promise.reject(new Error('gone')),
      },
    ],
    [
      'throws',
      {
        get() {
          throw new Error('gone');
        },
        set() {
          throw new Error('gone');
        },
        del() {
          throw new Error('gone');
        },
      },
    ],
    ['returns other values', { get: async () => ({ a: 1 }), set: async () => 1, del: async () => 1 }],
  ])('serves from the cookie when the cache %s', async (_how, sessionCache) => {
    const { app, profileId } = await signedIn({ sessionCache });
    const first = await session(app.mint(profileId));
    expect((await session(app.mint(profileId))).sessionId).toBe(first.sessionId);
  });

  it('does not wait for a cache that hangs, and serves from the cookie', async () => {
    const never = deferred<never>().promise;
    const { app, profileId } = await signedIn({
      sessionCache: { get: () => never, set: () => never, del: () => never },
    });
    const first = await session(app.mint(profileId));
    expect((await session(app.mint(profileId))).sessionId).toBe(first.sessionId);
  });

  it('does not write a session to the cache that is already there', async () => {
    const { cache, ttls } = memoryCache();
    const { app, profileId } = await signedIn({ sessionCache: cache });
    await app.mint(profileId);
    const writes = ttls.length;
    app.jar.delete('__Host-discovr-session');
    await app.mint(profileId);
    expect(ttls).toHaveLength(writes);
  });

  const longToken = 'x'.repeat(3_500);
  const lengthen = async (response: Response, request: Request) =>
    request.url.endsWith('/auth/session-token')
      ? Response.json({ ...((await response.json()) as object), sessionToken: longToken })
      : response;

  it('keeps a session that is too long for a cookie in the cache only', async () => {
    let now = Date.now();
    const { app, profileId } = await signedIn({
      sessionCache: memoryCache().cache,
      alter: lengthen,
      now: () => now,
    });
    const { sessionId } = await session(app.mint(profileId));
    expect([...app.jar.keys()]).toEqual(['__Host-discovr-refresh']);
    now += 60_000;
    expect(await session(app.mint(profileId))).toMatchObject({ sessionId, sessionToken: longToken });
  });

  it('says that a cache is needed when a session is too long and there is none', async () => {
    const { app, profileId } = await signedIn({ alter: lengthen });
    const response = await app.mint(profileId);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining('sessionCache') });
  });
});
