import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { expectConsole } from '../../test/setup/console.js';
import { deleteDatabase } from '../../test/support/atRest.js';
import { recordsOf } from '../../test/support/sealedStore.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';
import { encryptedCredentialStore } from './encryptedStore.js';
import { namespaceOf } from './credential.js';

const credential = { refreshToken: madeUpRefreshToken('alice') };
const refusal = (name: string) => () => {
  throw new DOMException('The browser says no.', name);
};

/** A request that fails by an event, as when the files of the database are damaged. */
function failedRequest(): IDBOpenDBRequest {
  const error = new DOMException('Internal error opening backing store.', 'UnknownError');
  const request = Object.assign(new EventTarget(), { error });
  queueMicrotask(() => request.dispatchEvent(new Event('error')));
  // Has only what the store uses of a request.
  return request as unknown as IDBOpenDBRequest;
}

/** How browsers refuse storage: in private windows, on plain http, with storage turned off, or when it is full. */
const refusals: readonly (() => void)[] = [
  () => vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(refusal('SecurityError')),
  () => vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(refusal('InvalidStateError')),
  () => vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(failedRequest),
  () => vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refusal('DataCloneError')),
  () => vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refusal('QuotaExceededError')),
  () => vi.spyOn(SubtleCrypto.prototype, 'generateKey').mockRejectedValue(new DOMException('No.', 'OperationError')),
  () => vi.stubGlobal('indexedDB', undefined),
  () => vi.stubGlobal('crypto', { getRandomValues: () => new Uint8Array(12) }),
];

describe('encryptedCredentialStore in a browser that refuses storage', () => {
  it('keeps the credential until the page is left, and logs one console warning', async () => {
    expectConsole(/cannot keep the sign-in \(SecurityError.*until this page is left.*https.*credentialStore/);
    for (const [index, refuse] of refusals.entries()) {
      const namespace = namespaceOf('https://discovr.example', `refused ${index}`);
      refuse();
      const store = encryptedCredentialStore(namespace);
      expect(await store.get()).toBeUndefined();
      await expect(store.set(credential)).rejects.toThrow(/./);
      expect(await store.get()).toEqual(credential);
      await store.clear();
      expect(await store.get()).toBeUndefined();
      await expect(store.set(credential)).rejects.toThrow(/./);
      vi.unstubAllGlobals();
      for (const spy of [IDBFactory.prototype.open, IDBObjectStore.prototype.add, SubtleCrypto.prototype.generateKey])
        if (vi.isMockFunction(spy)) spy.mockRestore();
      expect(await store.get()).toEqual(credential);
      expect(await recordsOf(namespace)).toEqual([]);
      await deleteDatabase(namespace);
    }
    expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
  });

  it('lets a sign-in succeed with `kept: false`, and reports it to the listeners of onSignInNotKept()', async () => {
    const { client, browser } = createTestDiscovr({
      session: 'signedOut',
      client: { credentialStore: encryptedCredentialStore },
    });
    const notKept = vi.fn();
    client.onSignInNotKept(notKept);
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(refusal('SecurityError'));
    const signIn = client.signInWithPopup();
    await browser.signIn();
    expect(await signIn).toEqual({ kept: false });
    expect(notKept).toHaveBeenCalledOnce();
    expect(client.isSignedIn()).toBe(true);
    // The warning is logged once per page, by whichever test runs first.
    vi.mocked(console.warn).mockClear();
    vi.restoreAllMocks();
  });

  it('clears what an earlier visit stored when the user signs out, even if this visit could not read it', async () => {
    const namespace = namespaceOf('https://discovr.example', 'earlier');
    await encryptedCredentialStore(namespace).set(credential);
    const refused = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(refusal('UnknownError'));
    const store = encryptedCredentialStore(namespace);
    expect(await store.get()).toBeUndefined();
    // The warning is logged once per page, by whichever test runs first.
    vi.mocked(console.warn).mockClear();
    refused.mockRestore();
    await store.clear();
    expect(await encryptedCredentialStore(namespace).get()).toBeUndefined();
    await deleteDatabase(namespace);
  });
});

describe('encryptedCredentialStore in a browser that refuses storage after a first success', () => {
  const begin = async () => {
    const namespace = namespaceOf('https://discovr.example', crypto.randomUUID());
    onTestFinished(async () => {
      vi.restoreAllMocks();
      await deleteDatabase(namespace);
    });
    const store = encryptedCredentialStore(namespace);
    await store.set(credential);
    return store;
  };

  it('rejects the write and keeps the previous credential', async () => {
    const store = await begin();
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refusal('QuotaExceededError'));
    await expect(store.set({ refreshToken: madeUpRefreshToken('bob') })).rejects.toThrow(/says no/);
    spy.mockRestore();
    expect(await store.get()).toEqual(credential);
  });

  it('rejects clear(), and a later clear() can succeed', async () => {
    const store = await begin();
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(refusal('QuotaExceededError'));
    await expect(store.clear()).rejects.toThrow(/says no/);
    spy.mockRestore();
    await store.clear();
    expect(await store.get()).toBeUndefined();
  });
});
