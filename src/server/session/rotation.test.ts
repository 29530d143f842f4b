import { describe, expect, it, vi } from 'vitest';
import { expectConsole } from '../../../test/setup/console.js';
import { serverApp } from '../../../test/support/serverApp.js';
import { deferred, until } from '../../../test/support/promises.js';
import { madeUpRefreshToken } from '../../../test/support/tokens.js';
import { pause } from '../../shared/time.js';
import { createSealer } from '../cookies/sealer.js';
import { serverSettings, type SessionCache } from '../serverSettings.js';
import { userHash, type MintedSession } from './store.js';
import { createSharedCache, endKey, replacedKey, sessionKey } from './sharedCache.js';

const MINT = 'POST /auth/session-token';
const REFRESH_COOKIE = '__Host-discovr-refresh';
const SECRET = 'a secret of the tests, with 32 bytes or more';
const WARNING = /no sessionCache/;
const CACHE_MS = 50;
const WAIT = { interval: 5 };

/** A cache in memory whose calls take a while, with a record of the calls. */
function slowCache(): SessionCache & { readonly calls: string[] } {
  const calls: string[] = [];
  const entries = new Map<string, string>();
  const late = async <T>(answer: () => T) => {
    await pause(CACHE_MS);
    return answer();
  };
  return {
    calls,
    get(key) {
      calls.push(`get ${key}`);
      return late(() => entries.get(key) ?? null);
    },
    set(key, value) {
      calls.push(`set ${key}`);
      return late(() => void entries.set(key, value));
    },
    del: (key) => late(() => entries.delete(key)),
  };
}

let count = 0;

/** An app whose API replaces the refresh token with the first mint, and refuses the previous one from then on. */
async function rotating(sessionCache: SessionCache | undefined) {
  const next = madeUpRefreshToken(`rotation${(count += 1)}`.padEnd(20, '0'));
  const isReplaced = deferred<void>();
  const isArriving = deferred<void>();
  const revoked: string[] = [];
  let holdsBack = false;
  const app = serverApp({
    sessionCache,
    secret: SECRET,
    async alter(response, request) {
      const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
      if (request.url.endsWith('/auth/session') && response.ok) revoked.push(token);
      if (!request.url.endsWith('/auth/session-token') || token === next || !response.ok) return response;
      app.control.revoke(token);
      app.emulator.issueCredential({ refreshToken: next });
      isReplaced.resolve();
      if (holdsBack) await isArriving.promise;
      return Response.json({ ...((await response.json()) as object), refreshToken: next });
    },
  });
  await app.signIn();
  await app.ask('GET', '/profiles');
  const token = app.bearers.at(-1)!.replace('Bearer ', '');
  const settings = serverSettings({ clientId: 'my-app', secret: SECRET, sessionCache });
  return {
    app,
    settings,
    next,
    token,
    user: await userHash(settings, token),
    /** The cache as another process writes it. */
    other: createSharedCache(settings, createSealer(settings)),
    revoked,
    isReplaced: isReplaced.promise,
    /** Makes the response of the mint arrive only after the result is called. */
    holdBack() {
      holdsBack = true;
      return () => isArriving.resolve();
    },
  };
}

/** A session that another process has minted. */
const kept = (user: string, profileId: string): MintedSession => ({
  user,
  profileId,
  sessionToken: 'kept',
  sessionId: 'kept',
  expiresAt: 0,
  endsAt: Date.now() + 30 * 60_000,
});

/** Sends requests with the cookies that the browser had before. */
const withJar = (app: Awaited<ReturnType<typeof rotating>>['app'], jar: Map<string, string>) => ({
  profiles: () => app.send('/profiles', { headers: { 'sec-fetch-site': 'same-origin' } }, jar),
  mint: () =>
    app.send(
      '/auth/session-token',
      {
        method: 'POST',
        headers: { origin: 'https://app.example', 'x-discovr-request': '1', 'content-type': 'application/json' },
        body: JSON.stringify({ profileId: app.profileId() }),
      },
      jar,
    ),
});

describe.each([
  ['without a cache', () => undefined],
  ['with a slow cache', slowCache],
])('a refresh token that the API replaces, %s', (which, cacheOf) => {
  const expectWarning = () => which === 'without a cache' && expectConsole(WARNING);

  it('serves a request that the API refuses before the mint has returned', async () => {
    expectWarning();
    const { app, isReplaced, holdBack } = await rotating(cacheOf());
    const arrive = holdBack();
    const late = new Map(app.jar);
    const minting = app.mint(app.profileId());
    await isReplaced;
    const before = app.bearers.length;
    const profiles = withJar(app, late).profiles();
    await vi.waitFor(() => expect(app.bearers).toHaveLength(before + 1), WAIT);
    arrive();
    expect((await profiles).status).toBe(200);
    expect((await minting).status).toBe(200);
    expect(late.has(REFRESH_COOKIE)).toBe(true);
    expect(app.jar.has(REFRESH_COOKIE)).toBe(true);
  });

  it('is not restored by a late request after the user has signed in again', async () => {
    expectWarning();
    const { app } = await rotating(cacheOf());
    const late = new Map(app.jar);
    const previous = late.get(REFRESH_COOKIE)!;
    await app.mint(app.profileId());
    // The browser has not received the next cookie yet.
    app.jar.set(REFRESH_COOKIE, previous);
    await app.signIn();
    await withJar(app, late).profiles();
    expect(late.get(REFRESH_COOKIE)).toBe(previous);
    expect((await app.ask('GET', '/profiles')).status).toBe(200);
  });

  it('serves requests with the previous cookie while the session is being stored, from the same mint', async () => {
    expectWarning();
    const cache = cacheOf();
    const { app, next, user } = await rotating(cache);
    const late = new Map(app.jar);
    const minting = app.mint(app.profileId());
    await (cache ? until(() => cache.calls.includes(`set ${replacedKey(user)}`)) : minting);
    const before = app.bearers.length;
    const requests = withJar(app, late);
    const [profiles, mint] = await Promise.all([requests.profiles(), requests.mint()]);
    expect([profiles.status, mint.status, (await minting).status]).toEqual([200, 200, 200]);
    expect(late.get(REFRESH_COOKIE)).toBeDefined();
    expect(app.control.count(MINT)).toBe(1);
    expect(new Set(app.bearers.slice(before))).toEqual(new Set([`Bearer ${next}`]));
  });

  it('is revoked when the user signs out during the mint', async () => {
    const { app, next, revoked, isReplaced, holdBack } = await rotating(cacheOf());
    const arrive = holdBack();
    const late = new Map(app.jar);
    const minting = withJar(app, late).mint();
    await isReplaced;
    await app.ask('DELETE', '/auth/session');
    arrive();
    expect((await minting).status).toBe(401);
    expect(revoked).toContain(next);
  });
});

it('a refresh token is revoked, at whichever moment of a sign-out its mint returns', async () => {
  expectConsole(WARNING);
  for (let steps = 0; steps < 20; steps += 1) {
    const { app, settings, next, revoked, isReplaced, holdBack } = await rotating(undefined);
    const arrive = holdBack();
    const minting = withJar(app, new Map(app.jar)).mint();
    await isReplaced;
    const signOut = app.ask('DELETE', '/auth/session');
    // The steps of the sign-out take about as long.
    for (let step = 0; step < steps; step += 1) await userHash(settings, 'step');
    arrive();
    await Promise.all([minting, signOut]);
    expect(revoked).toContain(next);
  }
});

describe('a refresh token that the API replaces in another process', () => {
  it('serves a request that the API refuses while the other process mints', async () => {
    const cache = slowCache();
    const { app, next, token, user, other } = await rotating(cache);
    const profileId = app.profileId();
    // The cookie names the profile of the last mint.
    const jar = new Map(app.jar);
    await other.set(sessionKey(user, profileId), { session: kept(user, profileId) }, 60_000);
    expect((await withJar(app, jar).mint()).status).toBe(200);
    await other.set(sessionKey(user, profileId), { claim: 'of the other process' }, 2_000);
    app.control.revoke(token);
    app.emulator.issueCredential({ refreshToken: next });
    const profiles = withJar(app, jar).profiles();
    // The API has refused the token, and no other one is known yet.
    await vi.waitFor(() => expect(cache.calls).toContain(`get ${replacedKey(user)}`), WAIT);
    await other.set(replacedKey(user), { nextRefreshToken: next }, 10_000);
    await other.del(sessionKey(user, profileId));
    expect((await profiles).status).toBe(200);
    expect(jar.has(REFRESH_COOKIE)).toBe(true);
  });

  it('is revoked when the user signs out in that process during the mint, and the end stays in the cache', async () => {
    const { app, next, user, other, revoked, isReplaced, holdBack } = await rotating(slowCache());
    const arrive = holdBack();
    const minting = app.mint(app.profileId());
    await isReplaced;
    await other.set(endKey(user), { hasEnded: true }, 20_000);
    arrive();
    const response = await minting;
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(revoked).toEqual([next]);
    expect(await other.get(endKey(user))).toMatchObject({ hasEnded: true });
    expect(await other.get(replacedKey(user))).toEqual({});
  });

  it('is revoked when the other process writes it while a user signs out', async () => {
    const cache = slowCache();
    const { app, next, user, other, revoked } = await rotating({
      ...cache,
      async set(key, value, options) {
        // The other process looked for the end of the sign-in before this call.
        if (key === endKey(user)) await other.set(replacedKey(user), { nextRefreshToken: next }, 10_000);
        return cache.set(key, value, options);
      },
    });
    app.emulator.issueCredential({ refreshToken: next });
    expect((await app.ask('DELETE', '/auth/session')).status).toBe(200);
    expect(revoked).toContain(next);
  });
});

describe('a request that the API refuses after the user has signed in again', () => {
  it.each([
    ['without a cache', () => undefined],
    ['with a slow cache', slowCache],
  ])('does not delete the cookies, %s', async (_which, cacheOf) => {
    const { app, token } = await rotating(cacheOf());
    const late = new Map(app.jar);
    await app.ask('DELETE', '/auth/session');
    await app.signIn();
    const response = await withJar(app, late).profiles();
    expect(app.bearers.at(-1)).toBe(`Bearer ${token}`);
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});
