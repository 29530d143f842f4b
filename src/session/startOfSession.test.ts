import { describe, expect, it, vi } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { deferred, failureOf, idle, watch } from '../../test/support/promises.js';
import { memoryCredentialStore, type CredentialStore, type DiscovrCredential } from './credential.js';
import { UNKNOWN_SESSION } from './sessionState.js';

/** Creates a store with the given `get`. */
function storeThat(get: () => Promise<unknown>): CredentialStore {
  // Tests also return foreign content, which the type excludes.
  return { ...memoryCredentialStore(), get: get as CredentialStore['get'] };
}

describe('the initial session', () => {
  it('is unknown until the store is read, and no listener is called', async () => {
    const { client, states } = clientOnEmulator();
    expect(client.getSession()).toBe(UNKNOWN_SESSION);
    await idle();
    expect(client.getSession()).toBe(UNKNOWN_SESSION);
    expect([client.isSignedIn(), client.hasActiveProfile(), client.getActiveProfileId()]).toEqual([false, false, null]);
    expect(states).toEqual([]);
  });

  it('is active with the profile stored with the credential', async () => {
    const { client, alex, states } = clientOnEmulator();
    client.connect();
    await idle();
    expect(states).toEqual([{ status: 'active', profileId: alex }]);
    expect([client.isSignedIn(), client.hasActiveProfile(), client.getActiveProfileId()]).toEqual([true, true, alex]);
  });

  it('is signedIn when no profile was stored', async () => {
    const { client, states } = clientOnEmulator({ session: 'signedIn' });
    client.connect();
    await idle();
    expect(states).toEqual([{ status: 'signedIn' }]);
    expect([client.isSignedIn(), client.hasActiveProfile(), client.getActiveProfileId()]).toEqual([true, false, null]);
  });

  it.each([undefined, null])('is signedOut when the store returns %o', async (nothing) => {
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
  ])('is signedOut when the store has foreign or corrupt content: %j', async (foreign) => {
    const { client, states } = clientOnEmulator({ credentialStore: storeThat(async () => foreign) });
    client.connect();
    await idle();
    expect(states).toEqual([{ status: 'signedOut' }]);
  });

  it('is signedOut when reading the stored value throws', async () => {
    const foreign = {
      get refreshToken(): never {
        throw new Error('a getter');
      },
    };
    const { client, states } = clientOnEmulator({ credentialStore: storeThat(async () => foreign) });
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(states).toEqual([{ status: 'signedOut' }]);
  });

  it('is signedOut when the store fails', async () => {
    const { client, states } = clientOnEmulator({
      credentialStore: storeThat(() => Promise.reject(new Error('disk'))),
    });
    expect(await failureOf(client.createPage())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(states).toEqual([{ status: 'signedOut' }]);
  });

  it('is signedOut when the store takes longer than two seconds, even if it responds later', async () => {
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

  it('leaves no timer when it is known', async () => {
    vi.useFakeTimers();
    const { client } = clientOnEmulator();
    client.connect();
    await idle();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is read from the store only once', async () => {
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

describe('a call while the session is unknown', () => {
  it('waits for the store and then continues', async () => {
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

  it('can be aborted immediately', async () => {
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
  it('with an aborted signal rejects with AbortError and sends nothing', async () => {
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

  it('rejects with NOT_SIGNED_IN when no user is signed in, and sends nothing', async () => {
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

  it('rejects with NO_ACTIVE_PROFILE when it needs a profile and none is active, and sends nothing', async () => {
    const { client, control } = clientOnEmulator({ session: 'signedIn' });
    const calls = [() => client.createPage(), () => client.getPage('a'), () => client.sessionApi().createPage({})];
    for (const call of calls) expect(await failureOf(call())).toMatchObject({ code: 'NO_ACTIVE_PROFILE' });
    expect(control.requests).toEqual([]);
    expect(await client.getProfiles()).toHaveLength(2);
  });
});
