import { expect, it, vi } from 'vitest';
import { authByHand, madeUpCredential, tokenOf } from '../../test/support/authByHand.js';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { deferred, failureOf, idle, until, watch } from '../../test/support/promises.js';
import { DiscovrError } from '../shared/errors.js';
import { createObservers } from '../shared/observers.js';

const ABORTED = { name: 'AbortError' };
const refusal = () => new DiscovrError('TOKEN_INVALID', 'Refused.', { status: 401 });
const throws = () => {
  throw new Error('SecurityError');
};

it('the session is signedOut when the store throws instead of rejecting, like a blocked localStorage', async () => {
  const { client } = clientOnEmulator({ wrapStore: (store) => ({ ...store, get: throws }) });
  expect(await failureOf(client.createPage())).toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(client.getSession()).toEqual({ status: 'signedOut' });
});

it('selectProfile() succeeds even if the store throws', async () => {
  const { client, sam } = clientOnEmulator({ wrapStore: (store) => ({ ...store, set: throws }) });
  await client.selectProfile(sam);
  expect(client.getActiveProfileId()).toBe(sam);
});

it('signOut() revokes the refresh token even if the store throws', async () => {
  const { client, control } = clientOnEmulator({ wrapStore: (store) => ({ ...store, clear: throws }) });
  await failureOf(client.signOut());
  expect(control.count('DELETE /auth/session')).toBe(1);
});

it('signOut() causes no unhandled rejection when the store cannot forget', async () => {
  const clear = () => Promise.reject(new Error('disk'));
  const { client, control } = clientOnEmulator({ wrapStore: (store) => ({ ...store, clear }) });
  control.setLatency(20);
  expect(await failureOf(client.signOut())).toMatchObject({
    code: 'SIGN_IN_NOT_FORGOTTEN',
    cause: { message: 'disk' },
  });
});

it('a failed mint with a previous credential does not affect calls with the current credential', async () => {
  const { auth, mints, getToken } = authByHand(madeUpCredential('previous', 'A'));
  void watch(getToken());
  await idle();
  await auth.adopt(madeUpCredential('current', 'A'));
  const call = watch(getToken());
  await idle();
  mints[0]!.reject(refusal());
  await idle();
  mints[1]?.resolve();
  await idle();
  expect(call.value).toBe(tokenOf('A', 2));
});

it('a 404 for a mint with a previous credential does not deactivate the current profile', async () => {
  const { auth, mints, getToken } = authByHand(madeUpCredential('previous', 'A'));
  void watch(getToken());
  await idle();
  await auth.adopt(madeUpCredential('current', 'A'));
  mints[0]!.reject(new DiscovrError('NOT_FOUND', 'Gone.', { status: 404 }));
  await idle();
  expect(auth.state).toEqual({ status: 'active', profileId: 'A' });
});

it('a failure that arrives after the profile has changed is replaced by an AbortError', async () => {
  const { auth, mints } = authByHand(madeUpCredential('r', 'A'));
  const response = deferred<string>();
  const call = watch((await auth.tokenCalls()).withSessionToken(() => response.promise));
  await idle();
  mints[0]!.resolve();
  await idle();
  void auth.selectProfile('B');
  await idle();
  mints[1]!.resolve();
  await idle();
  response.reject(new DiscovrError('SESSION_EXPIRED', 'Old.', { status: 401, pageLevelFilters: { genres: [35] } }));
  await idle();
  expect(call.error).toMatchObject(ABORTED);
});

it('createPage() can be aborted while the store is read', async () => {
  const get = () => new Promise<never>(() => undefined);
  const { client } = clientOnEmulator({ wrapStore: (store) => ({ ...store, get }) });
  const controller = new AbortController();
  const call = watch(client.createPage({}, { signal: controller.signal }));
  controller.abort();
  await idle();
  expect(call.error).toMatchObject(ABORTED);
});

it('after dispose(), adoptCredential() does not write to the store', async () => {
  const { client, store, emulator, credential } = clientOnEmulator();
  client.connect();
  await idle();
  client.dispose();
  watch(client.adoptCredential(emulator.issueCredential()));
  await idle();
  expect(await store.get()).toEqual(credential);
});

it('after dispose(), signOut() rejects and sends nothing', async () => {
  const { client, control } = clientOnEmulator();
  client.connect();
  await idle();
  client.dispose();
  expect(await failureOf(client.signOut())).toMatchObject(ABORTED);
  expect(control.requests).toEqual([]);
});

it('dispose() aborts pending calls immediately', async () => {
  const { client, control } = clientOnEmulator();
  await client.createPage();
  control.failNext({ kind: 'hang' });
  const call = watch(client.createPage());
  await until(() => control.count('POST /pages') === 2);
  client.dispose();
  await idle();
  expect(call.error).toMatchObject(ABORTED);
});

it('after dispose(), connect() does not read the store', async () => {
  const get = vi.fn(async () => undefined);
  const { client } = clientOnEmulator({ wrapStore: (store) => ({ ...store, get }) });
  client.dispose();
  client.connect();
  expect(get).not.toHaveBeenCalled();
});

it('dispose() in a listener keeps later listeners from being called', async () => {
  const { client, sam } = clientOnEmulator();
  client.connect();
  await idle();
  client.onSessionChanged(() => client.dispose());
  const late = vi.fn();
  client.onSessionChanged(late);
  await failureOf(client.selectProfile(sam)).catch(() => undefined);
  expect(late).not.toHaveBeenCalled();
});

it('a listener is not called after an earlier listener removed it', () => {
  const observers = createObservers<number>();
  const late = vi.fn();
  let undo = (): void => undefined;
  observers.add(() => undo());
  undo = observers.add(late);
  observers.notify(1);
  expect(late).not.toHaveBeenCalled();
});

it('a store whose set() never settles does not block calls', async () => {
  vi.useFakeTimers();
  const set = () => new Promise<never>(() => undefined);
  const { client, alex, sam } = clientOnEmulator({ wrapStore: (store) => ({ ...store, set }) });
  const calls = [watch(client.selectProfile(sam))];
  await until(() => client.getActiveProfileId() === sam);
  calls.push(watch(client.selectProfile(alex)));
  await vi.advanceTimersByTimeAsync(30_000);
  await idle();
  expect(calls.map(({ status }) => status)).not.toContain('pending');
});

it('signOut() aborts a profile selection, even if the same credential is adopted again', async () => {
  const { auth, mints } = authByHand(madeUpCredential('r'));
  const choice = watch(auth.selectProfile('A'));
  await idle();
  void watch(auth.signOut());
  await auth.adopt(madeUpCredential('r'));
  mints[0]!.resolve();
  await idle();
  expect(choice.error).toMatchObject(ABORTED);
});

it('signOut() clears a store that timed out when it was read', async () => {
  vi.useFakeTimers();
  const { promise, resolve } = deferred<void>();
  const { client, store } = clientOnEmulator({
    wrapStore: (inner) => ({ ...inner, get: () => promise.then(() => inner.get()) }),
  });
  client.connect();
  await vi.advanceTimersByTimeAsync(2_000);
  await client.signOut();
  resolve();
  expect(await store.get()).toBeUndefined();
});

it('a stored credential whose profile is null counts as a credential without a profile', async () => {
  const { client } = clientOnEmulator({
    wrapStore: (store) => ({ ...store, get: async () => ({ ...(await store.get())!, profileId: null as never }) }),
  });
  client.connect();
  await idle();
  expect(client.getSession()).toEqual({ status: 'signedIn' });
});
