import { describe, expect, it, vi } from 'vitest';
import { authByHand, madeUpCredential, tokenOf } from '../../../test/support/authByHand.js';
import { clientOnEmulator } from '../../../test/support/clientOnEmulator.js';
import { deferred, failureOf, idle, until, watch } from '../../../test/support/promises.js';
import { DiscovrError } from '../../api/errors/discovrError.js';

const ABORTED = { name: 'AbortError' };
const NO_SESSION = { profileId: null, sessionId: null, expiresAt: null };

describe('a session that arrives after the person signed out', () => {
  it('is dropped with the call that waited for it', async () => {
    const { auth, mints, signOuts, states, lend } = authByHand(madeUpCredential('r', 'A'));
    const call = watch(lend());
    await idle();
    const out = watch(auth.signOut());
    await idle();
    mints[0]!.resolve();
    signOuts[0]!.resolve({ revoked: true });
    await idle();
    expect(call.error).toMatchObject(ABORTED);
    expect([out.status, auth.session, states.at(-1)?.status]).toEqual(['resolved', NO_SESSION, 'signedOut']);
  });

  it('makes no profile active that was being chosen', async () => {
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

  it('is not lent to the next person', async () => {
    const { auth, mints, lend } = authByHand(madeUpCredential('r', 'A'));
    void watch(lend());
    await idle();
    void auth.signOut();
    await auth.adopt(madeUpCredential('s', 'B'));
    mints[0]!.resolve();
    await idle();
    expect(auth.session).toEqual(NO_SESSION);
    const call = watch(lend());
    await idle();
    expect(mints[1]).toMatchObject({ profileId: 'B', refreshToken: madeUpCredential('s').refreshToken });
    mints[1]!.resolve();
    await idle();
    expect(call.value).toBe(tokenOf('B', 2));
  });
});

describe('a session that arrives after another profile was chosen', () => {
  it('serves the calls of its own profile only while that is active', async () => {
    const { auth, mints, lend } = authByHand(madeUpCredential('r', 'A'));
    void watch(lend());
    await idle();
    mints[0]!.resolve();
    await idle();
    const choice = watch(auth.selectProfile('B'));
    await idle();
    // The choice has not succeeded yet: A is still active, and its session still good.
    expect(await lend()).toBe(tokenOf('A', 1));
    mints[1]!.resolve();
    await idle();
    expect(choice.status).toBe('resolved');
    expect(await lend()).toBe(tokenOf('B', 2));
  });

  it('is not there at all where its mint failed, and the former profile stays', async () => {
    const { auth, mints, states } = authByHand(madeUpCredential('r', 'A'));
    const choice = watch(auth.selectProfile('B'));
    await idle();
    mints[0]!.reject(new DiscovrError('SERVER_ERROR', 'Out of order.', { status: 503 }));
    await idle();
    expect(choice.error).toMatchObject({ code: 'SERVER_ERROR' });
    expect([states, auth.session]).toEqual([[{ status: 'active', profileId: 'A' }], NO_SESSION]);
  });
});

describe('a result that arrives after the profile changed', () => {
  it('is dropped', async () => {
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

  it('is dropped also where its profile is active again', async () => {
    const { auth, mints } = authByHand(madeUpCredential('r', 'A'));
    const answer = deferred<string>();
    const call = watch(auth.withSessionToken(() => answer.promise));
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
    answer.resolve('a page of the former session');
    await idle();
    expect(call.error).toMatchObject(ABORTED);
  });

  it('repeats no call for the profile that is there now', async () => {
    const { auth, mints } = authByHand(madeUpCredential('r', 'A'));
    const answer = deferred<string>();
    const request = vi.fn(() => answer.promise);
    const call = watch(auth.withSessionToken(request));
    await idle();
    mints[0]!.resolve();
    await idle();
    void auth.selectProfile('B');
    await idle();
    mints[1]!.resolve();
    await idle();
    answer.reject(new DiscovrError('TOKEN_EXPIRED', 'Over.', { status: 401 }));
    await idle();
    expect(call.error).toMatchObject(ABORTED);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('is not dropped where the same profile only got a new session', async () => {
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
  it('are never mixed up, however often the profile is changed', async () => {
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

  it('do not let one profile see a page of the other', async () => {
    const { client, sam } = clientOnEmulator();
    const { id } = await client.createPage();
    await client.selectProfile(sam);
    expect(await failureOf(client.getPage(id))).toMatchObject({ code: 'SESSION_EXPIRED' });
  });
});

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(atob(token.split('.')[1]!)) as Record<string, unknown>;
}
