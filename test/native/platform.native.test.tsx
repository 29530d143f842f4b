import { focusManager, onlineManager } from '@tanstack/react-query';
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { describeFilter, filtersFromSearchParams, filtersToSearchParams } from '../../src/filters/index.js';
import * as browser from '../../src/index.js';
import { ar } from '../../src/locales/ar.js';
import { pl } from '../../src/locales/pl.js';
import { formatMessage } from '../../src/messages/formatMessage.js';
import * as native from '../../src/native/index.js';
import { failureOf, idle, until, watch } from '../support/promises.js';
import { Device } from './support/device.js';
import { eventually, nativeApp } from './support/renderNative.js';

const { DiscovrClient, secureCredentialStore, usePageFilterForm } = native;

describe('the session', () => {
  test('is minted at once, because there is no other tab to ask', async () => {
    const { clientOptions, platform, countOf } = nativeApp();
    // Without a storage, it cannot know whether another tab has a session.
    const storage = () => {
      throw new Error('There is no storage.');
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance', 'Date'] });
    const client = new DiscovrClient('lonely-app', { ...clientOptions, platform: { ...platform, storage } });
    client.connect();
    await client.ready();
    const call = watch(client.createPage());
    await until(() => call.status !== 'pending');
    expect(call.status).toBe('resolved');
    expect(countOf('POST /auth/session-token')).toBe(1);
  });

  test('is not renewed in the background, and is minted once on return, by the first call', async () => {
    const { client, device, countOf, control } = nativeApp();
    client.connect();
    await client.createPage();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    await client.createPage({ pageFilters: { genres: [18] } });
    device.become('background');
    await vi.advanceTimersByTimeAsync(3 * 3_600_000);
    control.expireSession();
    device.become('active');
    await idle();
    expect(countOf('POST /auth/session-token')).toBe(1);
    vi.useRealTimers();
    await Promise.all([client.createPage({ pageFilters: { genres: [35] } }), client.createPage()]);
    expect(countOf('POST /auth/session-token')).toBe(2);
  });

  test('continues after the app was killed, from the keychain', async () => {
    const { device, clientOptions, emulator, alex } = nativeApp();
    const options = { ...clientOptions, credentialStore: secureCredentialStore(device.SecureStore) };
    const before = new DiscovrClient('kept-app', options);
    await before.adoptCredential(emulator.issueCredential());
    await before.selectProfile(alex);
    before.dispose();
    const after = new DiscovrClient('kept-app', options);
    expect(await after.ready()).toEqual({ status: 'active', profileId: alex });
    await after.signOut();
    expect(device.keychain.size).toBe(0);
  });
});

describe('the network', () => {
  test('pauses the revocation of a sign-out until it is back', async () => {
    const { client, device, control, countOf } = nativeApp({ client: { retries: 0 } });
    await client.ready();
    control.setOffline(true);
    device.connect(false);
    expect(await client.signOut()).toEqual({ revoked: false });
    control.setOffline(false);
    device.connect(true);
    await eventually(() => expect(countOf('DELETE /auth/session')).toBe(2));
  });

  test('is known to TanStack Query, as is whether the app is in front', () => {
    const { device } = nativeApp();
    const seen: boolean[] = [];
    const undos = [
      onlineManager.subscribe((state) => seen.push(state)),
      focusManager.subscribe((state) => seen.push(state)),
    ];
    device.connect(false);
    device.become('background');
    device.become('active');
    device.connect(true);
    undos.forEach((undo) => undo());
    expect(seen).toEqual([false, false, true, true]);
  });
});

describe('texts', () => {
  test('have the plural forms and the lists of their language', async () => {
    const app = nativeApp({ provider: { locale: 'pl', messages: pl } });
    const form = await app.use(() => usePageFilterForm());
    await act(async () => form.current.setChoice('genres', '35', true));
    await act(async () => form.current.setChoice('genres', '18', true));
    expect(form.current.summary).toBe(describeFilter({ genres: [18, 35] }, { locale: 'pl', messages: pl }));
    expect(form.current.summary).toContain(' lub ');
    const counts = [1, 2, 5].map((count) => formatMessage(pl.form.filterCount, { count }, 'pl'));
    expect(new Set(counts.map((text) => text.replace(/\d+/, ''))).size).toBe(3);
    expect(describeFilter({ genres: [18, 35], region: ['PS'] }, { locale: 'ar', messages: ar })).toContain(' أو ');
  });

  test('name a region by its code where neither the engine nor the messages have a name', () => {
    expect(describeFilter({ region: ['DE', 'HK'] })).toContain('DE or Hong Kong');
  });
});

test('filters in a link survive the URLSearchParams of React Native', () => {
  const filters = { genres: [18, 35], with_watch_providers: ['8'] };
  const params = filtersToSearchParams(filters, 'token=a=b&q=100%');
  expect(filtersFromSearchParams(params)).toEqual(filters);
  expect([params.get('token'), params.get('q')]).toEqual(['a=b', '100%']);
  expect(filtersFromSearchParams('f=1&f.genres=%zz')).toEqual({});
});

describe('a credential in the keychain', () => {
  const long = { refreshToken: 'ü'.repeat(3_000), profileId: 'p' };
  const other = { refreshToken: 'ö'.repeat(1_000) };

  function keychainStore() {
    const { SecureStore, keychain } = new Device();
    const store = secureCredentialStore(SecureStore)('discovr-x');
    /** Stores another credential in an app that is killed after so many writes and removals. */
    const setAndDieAfter = (calls: number) => {
      let left = calls;
      const alive = async () => {
        if (left-- <= 0) throw new Error('killed');
      };
      const { getItemAsync, setItemAsync, deleteItemAsync } = SecureStore;
      const dying = secureCredentialStore({
        getItemAsync,
        setItemAsync: (key, value) => alive().then(() => setItemAsync(key, value)),
        deleteItemAsync: (key) => alive().then(() => deleteItemAsync(key)),
      });
      return dying('discovr-x')
        .set(other)
        .catch(() => undefined);
    };
    return { SecureStore, keychain, store, setAndDieAfter };
  }

  test('is divided when it is longer than an entry', async () => {
    const { store, keychain } = keychainStore();
    await store.set(long);
    expect(await store.get()).toEqual(long);
    await store.set({ refreshToken: 'short' });
    expect(await store.get()).toEqual({ refreshToken: 'short' });
    expect([...keychain.keys()]).toEqual(['discovr-x']);
  });

  // The other credential has four entries, and its removals are those of the ten of the previous one.
  test.each(Array.from({ length: 15 }, (_, calls) => calls))(
    'is whole, and can be forgotten, when the app is killed after %i changes of the keychain',
    async (calls) => {
      const { store, keychain, setAndDieAfter } = keychainStore();
      await store.set(long);
      await setAndDieAfter(calls);
      expect([long, other]).toContainEqual(await store.get());
      await store.clear();
      expect([...keychain.keys()]).toEqual([]);
    },
  );

  test('is that of the last call, even if the keychain still writes an earlier one', async () => {
    const { store, keychain } = keychainStore();
    await Promise.all([store.set(long), store.set(other)]);
    expect(await store.get()).toEqual(other);
    await Promise.all([store.set(long), store.clear()]);
    expect([...keychain.keys()]).toEqual([]);
  });

  test('replaces one that the system cannot decrypt', async () => {
    const { SecureStore, store } = keychainStore();
    await store.set(long);
    vi.spyOn(SecureStore, 'getItemAsync').mockRejectedValueOnce(new Error('The key was replaced.'));
    await store.set(other);
    expect(await store.get()).toEqual(other);
  });

  test('is missing where the keychain returns something else', async () => {
    const { store, keychain } = keychainStore();
    for (const foreign of ['', 'x', '"x"', '1', 'null', '[]']) {
      keychain.set('discovr-x', foreign);
      expect(await store.get()).toBeUndefined();
    }
    await store.set(other);
    expect(await store.get()).toEqual(other);
  });
});

test('react-native-keychain keeps a credential too', async () => {
  const passwords = new Map<string, string>();
  const store = secureCredentialStore({
    getGenericPassword: async ({ service }) => passwords.has(service) && { password: passwords.get(service)! },
    setGenericPassword: async (_user, password, { service }) => passwords.set(service, password),
    resetGenericPassword: async ({ service }) => passwords.delete(service),
  })('discovr-x');
  expect(await store.get()).toBeUndefined();
  await store.set({ refreshToken: 'r' });
  expect(await store.get()).toEqual({ refreshToken: 'r' });
  await store.clear();
  expect(passwords.size).toBe(0);
});

describe('what React Native cannot have', () => {
  test('exists in the native entry under each name of the main entry, and says so when it is used', () => {
    expect(Object.keys(native)).toEqual(expect.arrayContaining(Object.keys(browser)));
    expect(() => native.DiscovrPage()).toThrow(
      'discovr-react: <DiscovrPage> is not available in React Native, because it needs a browser.',
    );
  });

  test('a client without a platform says what to pass', () => {
    // @ts-expect-error -- without its options
    expect(() => new DiscovrClient('app')).toThrow('nativePlatform({ AppState })');
  });

  test('an aborted call rejects with an AbortError, without DOMException', async () => {
    const { client } = nativeApp();
    const call = failureOf(client.getProfiles());
    client.dispose();
    expect(await call).toMatchObject({ name: 'AbortError' });
  });
});
