import { describe, expect, it, vi } from 'vitest';
import { authByHand, madeUpCredential } from '../../test/support/authByHand.js';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { deferred, failureOf, idle, until, watch } from '../../test/support/promises.js';
import { DiscovrError } from '../shared/errors.js';
import type { DiscovrCredential } from './credential.js';

const ABORTED = { name: 'AbortError' };

describe('a disposed client', () => {
  it('does not call its listeners', async () => {
    const { client, states, sam } = clientOnEmulator();
    client.connect();
    await idle();
    const listener = vi.fn();
    client.onSessionRefreshed(listener);
    client.onAuthStateChanged(listener);
    client.dispose();
    await failureOf(client.selectProfile(sam));
    await failureOf(client.createPage());
    expect([listener.mock.calls.length, states.length]).toEqual([2, 1]);
  });

  it('rejects every later call with AbortError, and sends nothing', async () => {
    const { client, control, alex } = clientOnEmulator();
    client.connect();
    await idle();
    client.dispose();
    const calls = [
      () => client.createPage(),
      () => client.getPage('page_1'),
      () => client.getProfiles(),
      () => client.getProfile(alex),
      () => client.selectProfile(alex),
      () => client.switchProfile(alex),
      () => client.getProfileImages(),
      () => client.searchGifs('cat'),
      () => client.pollDeviceCode('dvc'),
      () => client.signInWithDeviceCode(),
      () => client.refreshSignIn(),
    ];
    for (const call of calls) expect(await failureOf(call())).toMatchObject(ABORTED);
    expect(control.requests).toEqual([]);
  });

  it('drops the results of pending calls', async () => {
    const { auth, lifetime, mints, getToken } = authByHand(madeUpCredential('r', 'A'));
    const response = deferred<string>();
    const calling = watch((await auth.tokenCalls()).withSessionToken(() => response.promise));
    await idle();
    mints[0]!.resolve();
    await idle();
    lifetime.end();
    response.resolve('late');
    const waiting = watch(getToken());
    await idle();
    expect([calling.error, waiting.error]).toMatchObject([ABORTED, ABORTED]);
  });

  it('aborts pending requests and their retries, and leaves no timer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { client, control, sent } = clientOnEmulator();
      control.failNext({ kind: 'status', status: 503 }, { route: 'GET /profile-images' });
      control.failNext({ kind: 'hang' }, { route: 'GET /profiles' });
      const calls = [watch(client.getProfileImages()), watch(client.getProfiles())];
      await until(() => sent.length === 2);
      await idle();
      client.dispose();
      await idle();
      expect(calls.map(({ error }) => error)).toMatchObject([ABORTED, ABORTED]);
      expect([sent.length, vi.getTimerCount()]).toEqual([2, 0]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('still revokes a sign-in whose sign-out has begun', async () => {
    const { client, control } = clientOnEmulator();
    await client.ready();
    const signOut = client.signOut();
    await until(() => !client.isSignedIn());
    client.dispose();
    expect(await signOut).toEqual({ revoked: true });
    expect(control.count('DELETE /auth/session')).toBe(1);
  });

  it('mints nothing for a choice that waits for its turn', async () => {
    const { auth, lifetime, mints } = authByHand(madeUpCredential('r'));
    void watch(auth.selectProfile('A'));
    await idle();
    const waiting = watch(auth.selectProfile('B'));
    await idle();
    lifetime.end();
    mints[0]!.resolve();
    await idle();
    expect([waiting.error, mints.length]).toMatchObject([ABORTED, 1]);
  });

  it('drops a session that arrives late, activates no profile, and stores nothing', async () => {
    const { auth, lifetime, mints, states, store } = authByHand(madeUpCredential('r'));
    const choice = watch(auth.selectProfile('A'));
    await idle();
    lifetime.end();
    mints[0]!.resolve();
    await idle();
    expect(choice.error).toMatchObject(ABORTED);
    expect(states).toEqual([{ status: 'signedIn' }]);
    expect(await store.get()).toEqual(madeUpCredential('r'));
  });

  it('keeps its state when a late response refuses its refresh token', async () => {
    const { lifetime, mints, states, getToken } = authByHand(madeUpCredential('r', 'A'));
    void watch(getToken());
    await idle();
    lifetime.end();
    mints[0]!.reject(new DiscovrError('TOKEN_INVALID', 'Refused.', { status: 401 }));
    await idle();
    expect(states).toEqual([{ status: 'active', profileId: 'A' }]);
  });

  it('keeps the status unknown when the store responds late', async () => {
    const { promise, resolve } = deferred<DiscovrCredential>();
    const { client, states, credential } = clientOnEmulator({
      wrapStore: (store) => ({ ...store, get: () => promise }),
    });
    client.connect();
    const call = watch(client.createPage());
    client.dispose();
    resolve(credential);
    await idle();
    expect(call.error).toMatchObject(ABORTED);
    expect([client.getSession(), states]).toEqual([{ status: 'unknown' }, []]);
  });

  it('can be disposed a second time', () => {
    const { client } = clientOnEmulator();
    client.dispose();
    expect(() => client.dispose()).not.toThrow();
  });
});
