import { describe, expect, it, vi } from 'vitest';
import { authByHand, madeUpCredential, tokenOf } from '../../test/support/authByHand.js';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { deferred, failureOf, idle, until, watch } from '../../test/support/promises.js';
import { DiscovrError } from '../shared/errors.js';

const ABORTED = { name: 'AbortError' };
const NO_SESSION = { profileId: null, sessionId: null, expiresAt: null };

describe('a session that arrives after the user has signed out', () => {
  it('is dropped, and the call that waited for it is aborted', async () => {
    const { auth, mints, signOuts, states, getToken } = authByHand(madeUpCredential('r', 'A'));
    const call = watch(getToken());
    await idle();
    const out = watch(auth.signOut());
    await idle();
    mints[0]!.resolve();
    signOuts[0]!.resolve({ revoked: true });
    await idle();
    expect(call.error).toMatchObject(ABORTED);
    expect([out.status, auth.session, states.at(-1)?.status]).toEqual(['resolved', NO_SESSION, 'signedOut']);
  });

  it('does not activate the profile that was being selected', async () => {
    const { auth, mints, states, store } = authByHand(madeUpCredential('r'));
    const choice = watch(auth.selectProfile('A'));
    await idle();
    void auth.signOut();
    await idle();
    mints[0]!.resolve();
    await idle();
    expect(choice.error).toMatchObject(ABORTED);
    expect([states.at(-1)?.status, auth.session, await store.get()]).toEqual(['signedOut', NO_SESSION, undefined]);
  });

  it('is not used for the next user', async () => {
    const { auth, mints, getToken } = authByHand(madeUpCredential('r', 'A'));
    void watch(getToken());
    await idle();
    void auth.signOut();
    await auth.adopt(madeUpCredential('s', 'B'));
    mints[0]!.resolve();
    await idle();
    expect(auth.session).toEqual(NO_SESSION);
    const call = watch(getToken());
    await idle();
    expect(mints[1]).toMatchObject({ profileId: 'B', refreshToken: madeUpCredential('s').refreshToken });
    mints[1]!.resolve();
    await idle();
    expect(call.value).toBe(tokenOf('B', 2));
  });
});

describe('selecting another profile', () => {
  it('uses the session of the previous profile until the new session is minted', async () => {
    const { auth, mints, getToken } = authByHand(madeUpCredential('r', 'A'));
    void watch(getToken());
    await idle();
    mints[0]!.resolve();
    await idle();
    const choice = watch(auth.selectProfile('B'));
    await idle();
    // The mint for B is pending: A is still active, and its session is still valid.
    expect(await getToken()).toBe(tokenOf('A', 1));
    mints[1]!.resolve();
    await idle();
    expect(choice.status).toBe('resolved');
    expect(await getToken()).toBe(tokenOf('B', 2));
  });

  it('keeps the previous profile and adopts no session when the mint fails', async () => {
    const { auth, mints, states } = authByHand(madeUpCredential('r', 'A'));
    const choice = watch(auth.selectProfile('B'));
    await idle();
    mints[0]!.reject(new DiscovrError('SERVER_ERROR', 'Out of order.', { status: 503 }));
    await idle();
    expect(choice.error).toMatchObject({ code: 'SERVER_ERROR' });
    expect([states, auth.session]).toEqual([[{ status: 'active', profileId: 'A' }], NO_SESSION]);
  });
});

describe('a late result', () => {
  it('is dropped when the profile has changed', async () => {
    vi.useFakeTimers();
    const { client, control, sam } = clientOnEmulator();
    await client.createPage();
    control.setLatency(1_000);
    const page = watch(client.createPage({ name: 'Late' }));
    await until(() => control.count('POST /pages') === 2);
    control.setLatency(0);
    await client.selectProfile(sam);
    await vi.advanceTimersByTimeAsync(1_000);
    await until(() => page.status !== 'pending');
    expect(page.error).toMatchObject(ABORTED);
  });

  it('is dropped when another profile was active in between, even if the first profile is active again', async () => {
    const { auth, mints } = authByHand(madeUpCredential('r', 'A'));
    const response = deferred<string>();
    const call = watch((await auth.tokenCalls()).withSessionToken(() => response.promise));
    await idle();
    mints[0]!.resolve();
    await idle();
    for (const [mint, profileId] of [
      [1, 'B'],
      [2, 'A'],
    ] as const) {
      void auth.selectProfile(profileId);
      await idle();
      mints[mint]!.resolve();
      await idle();
    }
    response.resolve('a page of the previous session');
    await idle();
    expect(call.error).toMatchObject(ABORTED);
  });

  it('does not cause the call to be repeated for the new profile when the result is a refusal', async () => {
    const { auth, mints } = authByHand(madeUpCredential('r', 'A'));
    const response = deferred<string>();
    const request = vi.fn(() => response.promise);
    const call = watch((await auth.tokenCalls()).withSessionToken(request));
    await idle();
    mints[0]!.resolve();
    await idle();
    void auth.selectProfile('B');
    await idle();
    mints[1]!.resolve();
    await idle();
    response.reject(new DiscovrError('TOKEN_EXPIRED', 'Over.', { status: 401 }));
    await idle();
    expect(call.error).toMatchObject(ABORTED);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('is returned when only the session of the profile has changed', async () => {
    const { client, control } = clientOnEmulator();
    await client.createPage();
    const late = watch(client.createPage({ name: 'Late' }));
    control.expireSession();
    await client.createPage({ name: 'Quick' });
    await until(() => late.status !== 'pending');
    expect(late.status).toBe('resolved');
  });
});

describe('the tokens of two profiles', () => {
  it('are never confused when the user switches back and forth', async () => {
    const { client, control, alex, sam, bearersOf } = clientOnEmulator();
    for (const profileId of [sam, alex, sam, alex]) {
      await client.selectProfile(profileId);
      await client.createPage();
    }
    expect(new Set(bearersOf('POST /pages')).size).toBe(4);
    const profiles = bearersOf('POST /pages').map((token) => claimsOf(token)['profileId']);
    expect(profiles).toEqual([sam, alex, sam, alex]);
    expect(control.count('POST /auth/session-token')).toBe(4);
  });

  it('do not load pages of the other profile', async () => {
    const { client, sam } = clientOnEmulator();
    const { id } = await client.createPage();
    await client.selectProfile(sam);
    expect(await failureOf(client.getPage(id))).toMatchObject({ code: 'SESSION_EXPIRED' });
  });
});

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(atob(token.split('.')[1]!)) as Record<string, unknown>;
}
