import { describe, expect, it, vi } from 'vitest';
import { clientOnEmulator } from '../../../test/support/clientOnEmulator.js';
import { deferred, failureOf, idle, watch } from '../../../test/support/promises.js';
import type { DiscovrCredential } from '../store/credential.js';
import { memoryCredentialStore, type CredentialStore } from '../store/credentialStore.js';
import { UNKNOWN_SESSION } from './sessionState.js';

/** A store that reads as the test says. */
function storeThat(get: () => Promise<unknown>): CredentialStore {
  // What a store gives is not known: foreign content is part of what is tested.
  return { ...memoryCredentialStore(), get: get as CredentialStore['get'] };
}

describe('who is there', () => {
  it('is unknown until the store is read, and nobody is told anything', async () => {
    const { client, states } = clientOnEmulator();
    expect(client.getSession()).toBe(UNKNOWN_SESSION);
    await idle();
    expect(client.getSession()).toBe(UNKNOWN_SESSION);
    expect([client.isSignedIn(), client.hasActiveProfile(), client.getActiveProfileId()]).toEqual([false, false, null]);
    expect(states).toEqual([]);
  });

  it('is the profile that was kept with the credential', async () => {
    const { client, alex, states } = clientOnEmulator();
    client.connect();
    await idle();
    expect(states).toEqual([{ status: 'active', profileId: alex }]);
    expect([client.isSignedIn(), client.hasActiveProfile(), client.getActiveProfileId()]).toEqual([true, true, alex]);
  });

  it('is a person without a profile where none was kept', async () => {
    const { client, states } = clientOnEmulator({ session: 'signedIn' });
    client.connect();
    await idle();
    expect(states).toEqual([{ status: 'signedIn' }]);
    expect([client.isSignedIn(), client.hasActiveProfile(), client.getActiveProfileId()]).toEqual([true, false, null]);
  });

  it.each([undefined, null])('is nobody where the store has %o', async (nothing) => {
    const { client, states } = clientOnEmulator({ credentialStore: storeThat(async () => nothing) });
    client.connect();
    await idle();
    expect(states).toEqual([{ status: 'signedOut' }]);
    expect(client.isSignedIn()).toBe(false);
  });

  it.each([
    'a text',
    7,
    true,
    [],
    {},
    { refreshToken: '' },
    { refreshToken: 7 },
    { accessToken: 'x' },
    { refreshToken: 'x', profileId: '' },
    { refreshToken: 'x', expiresAt: 'soon' },
  ])('is nobody where the store has something foreign or corrupt: %j', async (foreign) => {
    const { client, states } = clientOnEmulator({ credentialStore: storeThat(async () => foreign) });
    client.connect();
    await idle();
    expect(states).toEqual([{ status: 'signedOut' }]);
  });

  it('is nobody where looking at what the store gave throws', async () => {
    const foreign = {
      get refreshToken(): never {
        throw new Error('a getter');
      },
    };
    const { client, states } = clientOnEmulator({ credentialStore: storeThat(async () => foreign) });
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(states).toEqual([{ status: 'signedOut' }]);
  });

  it('is nobody where the store fails', async () => {
    const { client, states } = clientOnEmulator({
      credentialStore: storeThat(() => Promise.reject(new Error('disk'))),
    });
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(states).toEqual([{ status: 'signedOut' }]);
  });

  it('is nobody where the store takes longer than two seconds, whatever it says later', async () => {
    vi.useFakeTimers();
    const { promise, resolve } = deferred<DiscovrCredential>();
    const { client, states, credential } = clientOnEmulator({ credentialStore: storeThat(() => promise) });
    client.connect();
    const call = watch(client.getProfiles());
    await vi.advanceTimersByTimeAsync(1_999);
    expect([client.getSession(), call.status]).toEqual([UNKNOWN_SESSION, 'pending']);
    await vi.advanceTimersByTimeAsync(1);
    expect(states).toEqual([{ status: 'signedOut' }]);
    expect(call.error).toMatchObject({ code: 'NOT_SIGNED_IN' });
    resolve(credential);
    await idle();
    expect(states).toEqual([{ status: 'signedOut' }]);
  });

  it('leaves no timer behind once it is known', async () => {
    vi.useFakeTimers();
    const { client } = clientOnEmulator();
    client.connect();
    await idle();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is read from the store once, however often it is asked for', async () => {
    const get = vi.fn();
    const wrapStore = (store: CredentialStore) => ({ ...store, get: get.mockImplementation(store.get) });
    const { client } = clientOnEmulator({ wrapStore });
    client.connect();
    client.connect();
    await Promise.all([client.getProfiles(), client.createPage()]);
    client.connect();
    expect(get).toHaveBeenCalledTimes(1);
  });
});

describe('a call while it is unknown who is there', () => {
  it('waits for the store and then goes on', async () => {
    const { promise, resolve } = deferred<DiscovrCredential>();
    const store = storeThat(() => promise);
    const { client, emulator, control, alex } = clientOnEmulator({ credentialStore: store });
    const page = watch(client.createPage());
    const profiles = watch(client.getProfiles());
    await idle();
    expect([page.status, profiles.status, control.requests.length]).toEqual(['pending', 'pending', 0]);
    resolve(emulator.issueCredential({ profileId: alex }));
    await vi.waitFor(() => expect([page.status, profiles.status]).toEqual(['resolved', 'resolved']));
  });

  it('needs no connect()', async () => {
    const { client } = clientOnEmulator();
    expect(await client.createPage()).toMatchObject({ id: expect.any(String) });
  });

  it('can be given up at once', async () => {
    const { client, control } = clientOnEmulator({ credentialStore: storeThat(() => new Promise(() => undefined)) });
    const controller = new AbortController();
    const { signal } = controller;
    const calls = [
      watch(client.getPage('page_1', { signal })),
      watch(client.getProfiles({ signal })),
      watch(client.selectProfile('profile_1', { signal })),
    ];
    controller.abort();
    await idle();
    expect(calls.map(({ error }) => error)).toMatchObject(calls.map(() => ({ name: 'AbortError' })));
    expect(control.requests).toEqual([]);
  });
});

describe('a call', () => {
  it('that was given up before it began rejects with AbortError and sends nothing', async () => {
    const { client, control, alex } = clientOnEmulator();
    const signal = AbortSignal.abort();
    const calls = [
      () => client.createPage({}, { signal }),
      () => client.getPage('page_1', { signal }),
      () => client.getProfiles({ signal }),
      () => client.selectProfile(alex, { signal }),
    ];
    for (const call of calls) expect(await failureOf(call())).toMatchObject({ name: 'AbortError' });
    await idle();
    expect(control.requests).toEqual([]);
  });

  it('rejects with NOT_SIGNED_IN where nobody is signed in, and sends nothing', async () => {
    const { client, control, alex } = clientOnEmulator({ session: 'signedOut' });
    const calls = [
      () => client.createPage(),
      () => client.getPage('page_1'),
      () => client.getProfiles(),
      () => client.getProfile(alex),
      () => client.selectProfile(alex),
      () => client.switchProfile(alex),
      () => client.identityApi().getProfiles(),
      () => client.sessionApi().createPage({}),
    ];
    for (const call of calls) expect(await failureOf(call())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(control.requests).toEqual([]);
  });

  it('rejects with NO_ACTIVE_PROFILE where it needs one, and sends nothing', async () => {
    const { client, control } = clientOnEmulator({ session: 'signedIn' });
    const calls = [() => client.createPage(), () => client.getPage('a'), () => client.sessionApi().createPage({})];
    for (const call of calls) expect(await failureOf(call())).toMatchObject({ code: 'NO_ACTIVE_PROFILE' });
    expect(control.requests).toEqual([]);
    expect(await client.getProfiles()).toHaveLength(2);
  });
});
