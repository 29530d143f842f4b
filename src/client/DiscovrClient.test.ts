import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { failureOf, idle, watch } from '../../test/support/promises.js';
import { memoryCredentialStore } from '../session/credential.js';
import { DiscovrClient } from './browserClient.js';

describe('DiscovrClient', () => {
  it('does not read the store, send a request or start a timer when it is constructed', async () => {
    vi.useFakeTimers();
    const get = vi.fn();
    const fetch = vi.fn();
    const client = new DiscovrClient('my-app', { fetch, credentialStore: { ...memoryCredentialStore(), get } });
    client.onAuthStateChanged(() => undefined);
    client.onSessionRefreshed(() => undefined);
    client.getSession();
    await idle();
    expect([get.mock.calls, fetch.mock.calls, vi.getTimerCount()]).toEqual([[], [], 0]);
  });

  it('exposes its client id, and throws when the id is empty', () => {
    expect(new DiscovrClient('my-app').clientId).toBe('my-app');
    expect(() => new DiscovrClient('')).toThrow(/needs your app.s client id/);
  });

  it('rejects with NOT_SIGNED_IN, without a request, when it has no credential', async () => {
    const fetch = vi.fn();
    expect(await failureOf(new DiscovrClient('my-app', { fetch }).createPage())).toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('looks up the global `fetch` on each call', async () => {
    const { emulator, credential } = clientOnEmulator();
    const client = new DiscovrClient('my-app', { credentialStore: memoryCredentialStore(credential) });
    const fetch = vi.fn(emulator.fetch);
    vi.stubGlobal('fetch', fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    await client.getProfiles();
    expect(fetch.mock.calls[0]?.[0]).toBe('https://api.discovr.media/profiles');
  });

  it.each(['https://discovr.example/v1', 'https://discovr.example/v1/', 'https://discovr.example/v1//'])(
    'accepts a base path with or without trailing slashes: %s',
    async (basePath) => {
      const { emulator, credential } = clientOnEmulator();
      const fetch = vi.fn(emulator.fetch);
      const options = { basePath, fetch, credentialStore: memoryCredentialStore(credential) };
      await failureOf(new DiscovrClient('my-app', options).getProfiles());
      expect(fetch.mock.calls[0]?.[0]).toBe('https://discovr.example/v1/profiles');
    },
  );

  it('limits calls to 15 seconds by default, or to timeoutMs', async () => {
    vi.useFakeTimers();
    for (const [options, milliseconds] of [[{}, 15_000] as const, [{ timeoutMs: 2_000 }, 2_000] as const]) {
      const { client, control } = clientOnEmulator(options);
      control.failNext({ kind: 'hang' }, { times: Infinity });
      const call = watch(client.getProfiles());
      await vi.advanceTimersByTimeAsync(milliseconds - 1);
      expect(call.status).toBe('pending');
      await vi.advanceTimersByTimeAsync(1);
      expect(call.error).toMatchObject({ code: 'NETWORK_ERROR' });
    }
  });
});

it.each([
  [{}, 3],
  [{ retries: 0 }, 1],
])('repeats a failed read twice by default, or as often as retries says (%o)', async (options, attempts) => {
  vi.useFakeTimers();
  const { client, control } = clientOnEmulator(options);
  control.failNext({ kind: 'status', status: 503 }, { times: Infinity });
  const call = watch(client.getProfiles());
  await vi.advanceTimersByTimeAsync(5_000);
  expect(call.error).toMatchObject({ code: 'SERVER_ERROR' });
  expect(control.count('GET /profiles')).toBe(attempts);
});

describe('DiscovrClient.ready', () => {
  it('resolves with the state of the store, without a request', async () => {
    const fetch = vi.fn();
    const store = memoryCredentialStore({ refreshToken: madeUpRefreshToken('ready'), profileId: 'p' });
    const client = new DiscovrClient('my-app', { fetch, credentialStore: store });
    expect(client.getSession()).toEqual({ status: 'unknown' });
    expect(await client.ready()).toEqual({ status: 'active', profileId: 'p' });
    expect(await new DiscovrClient('my-app', { fetch }).ready()).toEqual({ status: 'signedOut' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('does not wait for a store that hangs', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const credentialStore = { ...memoryCredentialStore(), get: () => new Promise<undefined>(() => undefined) };
    const state = new DiscovrClient('my-app', { credentialStore }).ready();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await state).toEqual({ status: 'signedOut' });
  });
});

describe('DiscovrClient.connect', () => {
  it('can be called repeatedly and undone in between, as Strict Mode does', async () => {
    const { client, alex, states, control } = clientOnEmulator();
    const undo = client.connect();
    undo();
    client.connect();
    const undoAgain = client.connect();
    await idle();
    undoAgain();
    undoAgain();
    expect(states).toEqual([{ status: 'active', profileId: alex }]);
    expect(control.requests).toEqual([]);
    expect(await client.createPage()).toMatchObject({ id: expect.any(String) });
  });
});

describe('the profile methods', () => {
  it('return the profiles of the account, newest first', async () => {
    const { client, control } = clientOnEmulator();
    expect(await client.getProfiles()).toEqual(control.profiles());
  });

  it('return an empty list when the account has no profiles', async () => {
    const { client } = clientOnEmulator({ session: 'signedIn', emulator: { profiles: [] } });
    expect(await client.getProfiles()).toEqual([]);
  });

  it('return one profile by id, and reject with NOT_FOUND for an unknown id', async () => {
    const { client, sam } = clientOnEmulator();
    expect(await client.getProfile(sam)).toMatchObject({ id: sam, name: 'Sam' });
    expect(await failureOf(client.getProfile('profile_of_nobody'))).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });
});

describe('DiscovrClient.getPage', () => {
  it('returns a page with its hero, name and filters', async () => {
    const { client } = clientOnEmulator();
    const { id } = await client.createPage({ pageFilters: { media_type: 'movie' }, name: 'Films' });
    const page = await client.getPage(id);
    expect(page).toMatchObject({ id, name: 'Films', pageFilters: { media_type: 'movie' } });
    expect(page.hero).toHaveLength(10);
    expect(new Set(page.hero.map((item) => item.media_type))).toEqual(new Set(['movie']));
  });

  it('rejects with SESSION_EXPIRED for an outdated page, with the filters to create it again', async () => {
    const { client, control } = clientOnEmulator();
    const pageFilters = { genres: [18, 35], with_runtime_lte: 120 };
    const { id } = await client.createPage({ pageFilters });
    control.outdatePages();
    const error = await failureOf(client.getPage(id));
    expect(error).toMatchObject({ code: 'SESSION_EXPIRED', status: 401, pageLevelFilters: pageFilters });
    const again = await client.createPage({ pageFilters });
    expect(again.id).not.toBe(id);
    expect(await client.getPage(again.id)).toMatchObject({ pageFilters });
  });

  it('rejects with SESSION_EXPIRED for a page of an earlier session', async () => {
    const { client, control } = clientOnEmulator();
    const { id } = await client.createPage();
    control.expireSession();
    expect(await failureOf(client.getPage(id))).toMatchObject({ code: 'SESSION_EXPIRED', pageLevelFilters: {} });
  });

  it('rejects with NOT_FOUND for a page that does not exist', async () => {
    const { client } = clientOnEmulator();
    expect(await failureOf(client.getPage('page_of_nobody'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('identityApi() and sessionApi()', () => {
  it('send the tokens of the signed-in user', async () => {
    const { client, alex, bearersOf, credential } = clientOnEmulator();
    const { profiles } = await client.identityApi().getProfiles();
    const { id } = await client.sessionApi().createPage({ name: 'Raw' });
    expect([profiles.length, (await client.sessionApi().getPage(id)).name]).toEqual([2, 'Raw']);
    expect((await client.identityApi().getProfile(alex)).id).toBe(alex);
    expect(new Set(bearersOf('GET /profiles'))).toEqual(new Set([credential.refreshToken]));
    expect(bearersOf('POST /pages')[0]).not.toBe(credential.refreshToken);
  });

  it('sign the user out when the refresh token is refused', async () => {
    const { client, control } = clientOnEmulator();
    control.revoke();
    await failureOf(client.identityApi().getProfiles());
    expect(client.getSession()).toEqual({ status: 'signedOut', reason: 'refused' });
  });

  it('are the same objects in each call, and can be the result of a promise', async () => {
    const { client, alex } = clientOnEmulator();
    expect(await Promise.resolve(client.sessionApi())).toBe(client.sessionApi());
    const { getProfile } = await Promise.resolve(client.identityApi());
    expect((await getProfile(alex)).id).toBe(alex);
  });
});
