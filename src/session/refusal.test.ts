import { describe, expect, it, vi } from 'vitest';
import { authByHand, madeUpCredential } from '../../test/support/authByHand.js';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { failureOf, idle, watch } from '../../test/support/promises.js';
import { abortError } from '../shared/abort.js';
import { DiscovrError } from '../shared/errors.js';
import type { EmulatorFault } from '../emulator/faults/faults.js';
import { isTokenRefusal } from './sessionState.js';

const REFUSED = { status: 'signedOut', reason: 'refused' };

const refusals: [string, EmulatorFault][] = [
  ['TOKEN_INVALID', { kind: 'status', status: 401, code: 'TOKEN_INVALID' }],
  ['TOKEN_EXPIRED', { kind: 'status', status: 401, code: 'TOKEN_EXPIRED' }],
  ['no code', { kind: 'body', status: 401, body: {} }],
  ['an unreadable body', { kind: 'body', status: 401, body: 'Unauthorized' }],
];

const otherFailures: [string, EmulatorFault][] = [
  ['403', { kind: 'status', status: 403 }],
  ['403 with TOKEN_INVALID', { kind: 'status', status: 403, code: 'TOKEN_INVALID' }],
  ['403 WRONG_TOKEN_KIND', { kind: 'status', status: 403, code: 'WRONG_TOKEN_KIND' }],
  ['401 WRONG_TOKEN_KIND', { kind: 'status', status: 401, code: 'WRONG_TOKEN_KIND' }],
  ['401 AUTH_FAILED', { kind: 'status', status: 401, code: 'AUTH_FAILED' }],
  ['401 SESSION_EXPIRED', { kind: 'status', status: 401, code: 'SESSION_EXPIRED' }],
  ['400', { kind: 'status', status: 400 }],
  ['429', { kind: 'status', status: 429, retryAfter: 60 }],
  ['500', { kind: 'status', status: 500 }],
  ['503', { kind: 'status', status: 503 }],
  ['no connection', { kind: 'network' }],
  ['a timeout', { kind: 'hang' }],
  ['an HTML page', { kind: 'html' }],
];

describe('a refused refresh token', () => {
  it.each(refusals)('signs the user out when a mint returns 401 with %s', async (_name, fault) => {
    const { client, control, store, alex, states } = clientOnEmulator();
    control.failNext(fault, { route: 'POST /auth/session-token' });
    expect(await failureOf(client.createPage())).toMatchObject({ status: 401 });
    expect(states).toEqual([{ status: 'active', profileId: alex }, REFUSED]);
    await idle();
    expect(await store.get()).toBeUndefined();
  });

  it.each(refusals)('signs the user out when a request for profiles returns 401 with %s', async (_name, fault) => {
    const { client, control, store, states } = clientOnEmulator({ session: 'signedIn' });
    control.failNext(fault);
    expect(await failureOf(client.getProfiles())).toMatchObject({ status: 401 });
    expect(states).toEqual([{ status: 'signedIn' }, REFUSED]);
    await idle();
    expect(await store.get()).toBeUndefined();
  });

  it('signs the user out when it was revoked elsewhere, and makes later calls reject with NOT_SIGNED_IN', async () => {
    const { client, control, credential } = clientOnEmulator();
    await client.createPage();
    control.revoke(credential.refreshToken);
    await failureOf(client.getProfiles());
    expect(client.getSession()).toEqual(REFUSED);
    const requests = control.requests.length;
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(control.requests).toHaveLength(requests);
  });

  it('signs the user out even if the store cannot forget it', async () => {
    let attempts = 0;
    const clear = () => Promise.reject(new Error(`disk, ${(attempts += 1)}`));
    const { client, control } = clientOnEmulator({ wrapStore: (store) => ({ ...store, clear }) });
    control.revoke();
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'TOKEN_INVALID' });
    await idle();
    expect([client.getSession(), attempts]).toEqual([REFUSED, 1]);
  });

  it('does not sign out a user who signed in again during the mint', async () => {
    const { auth, mints, states, getToken } = authByHand(madeUpCredential('previous', 'A'));
    const call = watch(getToken());
    await idle();
    await auth.adopt(madeUpCredential('current', 'B'));
    mints[0]!.reject(new DiscovrError('TOKEN_INVALID', 'Refused.', { status: 401 }));
    await idle();
    expect(call.status).toBe('rejected');
    expect(states).toEqual([
      { status: 'active', profileId: 'A' },
      { status: 'signedOut' },
      { status: 'active', profileId: 'B' },
    ]);
  });

  it('does not sign out a user who signed in again while profiles were requested', async () => {
    vi.useFakeTimers();
    const { client, control, emulator, store } = clientOnEmulator({ session: 'signedIn' });
    control.setLatency(100);
    control.failNext({ kind: 'status', status: 401 });
    const call = watch(client.getProfiles());
    await vi.advanceTimersByTimeAsync(50);
    const next = emulator.issueCredential();
    await client.adoptCredential(next);
    await vi.advanceTimersByTimeAsync(50);
    expect(call.status).toBe('rejected');
    expect(client.getSession()).toEqual({ status: 'signedIn' });
    expect(await store.get()).toEqual(next);
  });
});

// supabase #2436: an outage signed users out.
describe('any other failure', () => {
  it.each(otherFailures)('of a mint, such as %s, keeps the user signed in', async (_name, fault) => {
    const { client, control, store, credential, alex, states } = clientOnEmulator({ retries: 0 });
    control.failNext(fault, { route: 'POST /auth/session-token' });
    await failureOf(client.createPage());
    expect(states).toEqual([{ status: 'active', profileId: alex }]);
    expect(await store.get()).toEqual(credential);
  });

  it.each(otherFailures)('of another identity endpoint, such as %s, keeps the user signed in', async (_name, fault) => {
    const { client, control, store, credential, alex, states } = clientOnEmulator({ retries: 0 });
    control.failNext(fault);
    await failureOf(client.getProfiles());
    expect(states).toEqual([{ status: 'active', profileId: alex }]);
    expect(await store.get()).toEqual(credential);
  });
});

it('a credential with the wrong type of token keeps the user signed in, and calls send nothing', async () => {
  const { client, control, bearersOf } = clientOnEmulator();
  await client.createPage();
  const [sessionToken = ''] = bearersOf('POST /pages');
  await client.adoptCredential({ refreshToken: sessionToken });
  const requests = control.requests.length;
  expect(await failureOf(client.getProfiles())).toMatchObject({ code: 'WRONG_TOKEN_KIND' });
  expect(control.requests).toHaveLength(requests);
  expect(client.getSession()).toEqual({ status: 'signedIn' });
});

describe('a deleted profile', () => {
  it('stops being active when a session is minted, and the user stays signed in', async () => {
    const { client, store, credential, alex, states, deleteProfile } = clientOnEmulator();
    await deleteProfile(alex);
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'NOT_FOUND' });
    expect(states).toEqual([{ status: 'active', profileId: alex }, { status: 'signedIn' }]);
    const { profileId: _gone, ...withoutProfile } = credential;
    expect(await store.get()).toEqual(withoutProfile);
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'NO_ACTIVE_PROFILE' });
  });

  it('stops being active even if its session had not expired', async () => {
    const { client, alex, deleteProfile } = clientOnEmulator();
    await client.createPage();
    await deleteProfile(alex);
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'NOT_FOUND' });
    expect(client.getSession()).toEqual({ status: 'signedIn' });
    const listener = vi.fn();
    client.onSessionRefreshed(listener);
    expect(listener).toHaveBeenCalledWith({ profileId: null, sessionId: null, expiresAt: null });
  });
});

describe('isTokenRefusal', () => {
  it('is true only for a 401 with a token code', () => {
    const error = (status: number | undefined, code: string) => new DiscovrError(code, 'x', { status });
    expect([error(401, 'TOKEN_INVALID'), error(401, 'TOKEN_EXPIRED')].map(isTokenRefusal)).toEqual([true, true]);
    const others = [error(403, 'TOKEN_INVALID'), error(undefined, 'TOKEN_EXPIRED'), error(401, 'SESSION_EXPIRED')];
    for (const other of [...others, abortError(), new Error('401'), undefined]) {
      expect(isTokenRefusal(other)).toBe(false);
    }
  });
});
