import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { failureOf, idle, until, watch } from '../../test/support/promises.js';
import { emulatorCall } from '../emulator/emulatorCall.js';

const SIGNED_OUT = { status: 'signedOut', reason: 'signOut' };

beforeEach(() => {
  vi.useFakeTimers();
});

describe('DiscovrClient.signOut', () => {
  it('revokes the refresh token', async () => {
    const { client, control, emulator, credential } = clientOnEmulator();
    await client.signOut();
    expect(control.count('DELETE /auth/session')).toBe(1);
    const response = await emulatorCall(emulator, 'GET /profiles', { token: credential.refreshToken });
    expect(response.status).toBe(401);
  });

  it('forgets the sign-in on this device immediately, before Discovr responds', async () => {
    const { client, control, store, alex, states } = clientOnEmulator();
    control.setLatency(5_000);
    const call = watch(client.signOut());
    await until(() => control.requests.length === 1);
    expect(call.status).toBe('pending');
    expect(states).toEqual([{ status: 'active', profileId: alex }, SIGNED_OUT]);
    expect([client.isSignedIn(), client.getActiveProfileId()]).toEqual([false, null]);
    expect(await store.get()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(call.status).toBe('resolved');
  });

  it('forgets the sign-in when offline, and resolves with revoked: false', async () => {
    const { client, control, store } = clientOnEmulator();
    control.setOffline(true);
    expect(await client.signOut()).toEqual({ revoked: false });
    expect(client.getSession()).toEqual(SIGNED_OUT);
    expect(await store.get()).toBeUndefined();
    expect(control.count('DELETE /auth/session')).toBe(1);
  });

  it('says until the retry has succeeded that the sign-in is not revoked, however often it is called', async () => {
    const { client, control } = clientOnEmulator();
    control.setOffline(true);
    expect(await Promise.all([client.signOut(), client.signOut()])).toEqual([{ revoked: false }, { revoked: false }]);
    control.setOffline(false);
    expect(await client.signOut()).toEqual({ revoked: false });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await client.signOut()).toEqual({ revoked: true });
  });

  it.each([429, 500, 503])('forgets the sign-in when Discovr responds with %i, and revokes later', async (status) => {
    const { client, control, store, emulator, credential } = clientOnEmulator();
    control.failNext({ kind: 'status', status });
    expect(await client.signOut()).toEqual({ revoked: false });
    expect(client.getSession()).toEqual(SIGNED_OUT);
    expect(await store.get()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(5_000);
    const response = await emulatorCall(emulator, 'GET /profiles', { token: credential.refreshToken });
    expect(response.status).toBe(401);
  });

  it('forgets the sign-in when Discovr refuses to revoke, and rejects', async () => {
    const { client, control, store } = clientOnEmulator();
    control.failNext({ kind: 'status', status: 403 });
    expect(await failureOf(client.signOut())).toMatchObject({ status: 403 });
    expect(client.getSession()).toEqual(SIGNED_OUT);
    expect(await store.get()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(control.count('DELETE /auth/session')).toBe(1);
  });

  it('retries the revocation at growing intervals until it succeeds', async () => {
    const { client, control } = clientOnEmulator();
    control.setOffline(true);
    await client.signOut();
    await vi.advanceTimersByTimeAsync(60_000);
    const tries = control.count('DELETE /auth/session');
    expect(tries).toBeGreaterThanOrEqual(4);
    expect(tries).toBeLessThanOrEqual(7);
    control.setOffline(false);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(control.requests.at(-1)).toMatchObject({ path: '/auth/session', status: 200 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('retries the revocation as soon as the device is online again', async () => {
    const { client, control } = clientOnEmulator();
    control.setOffline(true);
    await client.signOut();
    control.setOffline(false);
    window.dispatchEvent(new Event('online'));
    await until(() => control.count('DELETE /auth/session') === 2);
    expect(control.requests.at(-1)).toMatchObject({ status: 200 });
  });

  it('stops the retries when the client is disposed', async () => {
    const { client, control } = clientOnEmulator();
    control.setOffline(true);
    await client.signOut();
    client.dispose();
    await vi.advanceTimersByTimeAsync(600_000);
    expect([control.count('DELETE /auth/session'), vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('does not block the next sign-in while the revocation is retried', async () => {
    const { client, control, emulator, alex } = clientOnEmulator();
    control.setOffline(true);
    await client.signOut();
    control.setOffline(false);
    await client.adoptCredential(emulator.issueCredential({ profileId: alex }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(control.count('DELETE /auth/session')).toBe(2);
    expect(client.getSession()).toEqual({ status: 'active', profileId: alex });
  });

  it('succeeds when Discovr has already revoked the token', async () => {
    const { client, control } = clientOnEmulator();
    control.revoke();
    await client.signOut();
    expect(client.getSession()).toEqual(SIGNED_OUT);
  });

  it('reads the store first when it is the first call', async () => {
    const { client, control, store } = clientOnEmulator();
    await client.signOut();
    expect([control.count('DELETE /auth/session'), await store.get()]).toEqual([1, undefined]);
  });

  it('succeeds and sends nothing when no user is signed in', async () => {
    const { client, control, states } = clientOnEmulator({ session: 'signedOut' });
    await client.signOut();
    await client.signOut();
    expect([control.requests, states]).toEqual([[], [{ status: 'signedOut' }]]);
  });

  it('revokes once when it is called twice at the same time', async () => {
    const { client, control } = clientOnEmulator();
    await Promise.all([client.signOut(), client.signOut()]);
    expect(control.count('DELETE /auth/session')).toBe(1);
  });

  it('makes later calls reject with NOT_SIGNED_IN and send nothing', async () => {
    const { client, control, alex } = clientOnEmulator();
    await client.createPage();
    await client.signOut();
    const requests = control.requests.length;
    for (const call of [() => client.createPage(), () => client.getProfiles(), () => client.selectProfile(alex)]) {
      expect(await failureOf(call())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    }
    expect(control.requests).toHaveLength(requests);
  });

  it('does not cancel pending requests, but drops their results', async () => {
    const { client, control } = clientOnEmulator();
    await client.createPage();
    control.setLatency(1_000);
    const page = watch(client.createPage({ name: 'Late' }));
    await until(() => control.count('POST /pages') === 2);
    await vi.advanceTimersByTimeAsync(500);
    const out = watch(client.signOut());
    await vi.advanceTimersByTimeAsync(500);
    await until(() => page.status !== 'pending');
    expect(page.error).toMatchObject({ name: 'AbortError' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(out.status).toBe('resolved');
    expect(control.requests.filter(({ path }) => path === '/pages').map(({ status }) => status)).toEqual([200, 200]);
  });

  it('allows signing in again', async () => {
    const { client, emulator, alex, states, bearersOf } = clientOnEmulator();
    await client.createPage();
    await client.signOut();
    const credential = emulator.issueCredential({ profileId: alex });
    await client.adoptCredential(credential);
    await client.createPage();
    expect(states.slice(-2)).toEqual([SIGNED_OUT, { status: 'active', profileId: alex }]);
    expect(bearersOf('POST /auth/session-token').at(-1)).toBe(credential.refreshToken);
    const [previous, current] = bearersOf('POST /pages');
    expect(current).not.toBe(previous);
  });

  it('leaves no timer', async () => {
    const { client } = clientOnEmulator();
    await client.createPage();
    await client.signOut();
    await idle();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('DiscovrClient.adoptCredential', () => {
  it('stores the credential and makes its profile active', async () => {
    const { client, emulator, store, sam, states } = clientOnEmulator({ session: 'signedOut' });
    const credential = emulator.issueCredential({ profileId: sam });
    await client.adoptCredential(credential);
    expect(states).toEqual([{ status: 'signedOut' }, { status: 'active', profileId: sam }]);
    expect(await store.get()).toEqual(credential);
  });

  it('accepts a credential without a profile, which the user selects later', async () => {
    const { client, emulator, sam, states } = clientOnEmulator({ session: 'signedOut' });
    await client.adoptCredential(emulator.issueCredential());
    await client.selectProfile(sam);
    expect(states.slice(1)).toEqual([{ status: 'signedIn' }, { status: 'active', profileId: sam }]);
  });

  it('does not use the session of the previous credential, even for the same profile', async () => {
    const { client, emulator, alex, bearersOf } = clientOnEmulator();
    await client.createPage();
    const credential = emulator.issueCredential({ profileId: alex });
    await client.adoptCredential(credential);
    await client.createPage();
    const [previous, current] = bearersOf('POST /pages');
    expect(current).not.toBe(previous);
    expect(bearersOf('POST /auth/session-token')[1]).toBe(credential.refreshToken);
  });

  it('rejects with SIGN_IN_NOT_KEPT but signs in when the store cannot keep the credential', async () => {
    const set = () => Promise.reject(new Error('disk full'));
    const { client, emulator } = clientOnEmulator({ session: 'signedOut', wrapStore: (store) => ({ ...store, set }) });
    await expect(client.adoptCredential(emulator.issueCredential())).rejects.toMatchObject({
      code: 'SIGN_IN_NOT_KEPT',
    });
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });
});
