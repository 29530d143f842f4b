import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { memoryCredentialStore, type CredentialStore } from '../session/credential.js';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';

const credential = { refreshToken: madeUpRefreshToken('kept') };
const full = () => new DOMException('The disk is full.', 'QuotaExceededError');

/** Values a store may throw, not all of them errors. */
const thrown: readonly [string, unknown][] = [
  ['a DOMException', full()],
  ['an error', new Error('disk')],
  ['a string', 'disk full'],
  ['undefined', undefined],
  ['an object without a prototype', Object.create(null)],
];

function discovrWith(store: Partial<CredentialStore>, session: 'active' | 'signedOut' = 'signedOut') {
  return createTestDiscovr({ session, client: { credentialStore: { ...memoryCredentialStore(), ...store } } });
}

const fullStore = { set: () => Promise.reject(full()) };

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 }));
afterEach(() => void vi.useRealTimers());

describe('a store that cannot keep a sign-in', () => {
  test.each(thrown)('makes adoptCredential() reject with a DiscovrError when it throws %s', async (_what, reason) => {
    const { client } = discovrWith({ set: () => Promise.reject(reason) });
    const error = await failureOf(client.adoptCredential(credential));
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'SIGN_IN_NOT_KEPT' });
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });

  test('makes adoptCredential() reject with its failure as the cause', async () => {
    const { client } = discovrWith(fullStore);
    const error = await failureOf(client.adoptCredential(credential));
    expect(error).toMatchObject({ cause: { name: 'QuotaExceededError', message: 'The disk is full.' } });
  });

  test('lets a sign-in by popup succeed with `kept: false`', async () => {
    const { client, browser } = discovrWith(fullStore);
    const signIn = client.signInWithPopup();
    await browser.signIn();
    expect(await signIn).toEqual({ kept: false });
    expect(client.isSignedIn()).toBe(true);
  });

  test('lets a sign-in by redirect succeed with `kept: false`', async () => {
    const { client, browser } = discovrWith(fullStore);
    await client.signInWithWebAuth({ returnTo: '/films' });
    expect(await client.completeWebSignIn(await browser.completeRedirect())).toEqual({
      returnTo: '/films',
      kept: false,
    });
    expect(client.isSignedIn()).toBe(true);
  });

  test('lets a sign-in by code end as approved with `kept: false`', async () => {
    const { client, control } = discovrWith(fullStore);
    const signIn = await client.signInWithDeviceCode();
    control.approveDevice(signIn.userCode);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await signIn.finished()).toEqual({ status: 'approved', kept: false });
    expect(client.isSignedIn()).toBe(true);
  });

  test('does not let an approved code expire, however long the store takes', async () => {
    const { client, control } = discovrWith({ set: () => new Promise(() => undefined) });
    const signIn = await client.signInWithDeviceCode();
    await vi.advanceTimersByTimeAsync(593_000);
    control.approveDevice(signIn.userCode);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await signIn.finished()).toEqual({ status: 'approved', kept: false });
  });
});

test('sign-ins by popup, redirect and code report `kept: true` when the store keeps them', async () => {
  const ways = [discovrWith({}), discovrWith({}), discovrWith({})] as const;
  const byPopup = ways[0].client.signInWithPopup();
  await ways[0].browser.signIn();
  expect(await byPopup).toEqual({ kept: true });
  await ways[1].client.signInWithWebAuth();
  expect(await ways[1].client.completeWebSignIn(await ways[1].browser.completeRedirect())).toEqual({ kept: true });
  const byCode = await ways[2].client.signInWithDeviceCode();
  ways[2].control.approveDevice(byCode.userCode);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await byCode.finished()).toEqual({ status: 'approved', kept: true });
});

describe('a store that cannot forget a sign-in', () => {
  test.each(thrown)('makes signOut() reject with a DiscovrError when it throws %s', async (_what, reason) => {
    const { client } = discovrWith({ clear: () => Promise.reject(reason) });
    await client.adoptCredential(credential);
    const error = await failureOf(client.signOut());
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'SIGN_IN_NOT_FORGOTTEN' });
    expect(client.getSession()).toEqual({ status: 'signedOut', reason: 'signOut' });
    // The user is signed out, but the store still fails to clear.
    expect(await failureOf(client.signOut())).toMatchObject({ code: 'SIGN_IN_NOT_FORGOTTEN' });
  });
});

test('a credential with an empty refresh token signs nobody in', async () => {
  const set = vi.fn(async () => undefined);
  const { client } = discovrWith({ set });
  expect(await failureOf(client.adoptCredential({ refreshToken: '' }))).toMatchObject({ code: 'TOKEN_INVALID' });
  expect([await client.ready(), set.mock.calls]).toEqual([{ status: 'signedOut' }, []]);
});
