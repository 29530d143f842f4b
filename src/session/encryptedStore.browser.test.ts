import { describe, expect, it, vi } from 'vitest';
import { deleteDatabase, everythingAtRest } from '../../test/support/atRest.js';
import { deferred } from '../../test/support/promises.js';
import { contentRecords, freshNamespace, keyRecords, sealedStores } from '../../test/support/sealedStore.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import type { DiscovrCredential } from './credential.js';
import { encryptedCredentialStore } from './encryptedStore.js';

const credential: DiscovrCredential = {
  refreshToken: madeUpRefreshToken('alice'),
  publicId: 'MqXYz12abc',
  expiresAt: 1_800_000_000,
  profileId: 'profile_alex',
};
const other: DiscovrCredential = { refreshToken: madeUpRefreshToken('bob') };

const sealed = sealedStores();
const { store } = sealed;

describe('a stored credential', () => {
  it('is still available after a reload', async () => {
    await store().set(credential);
    expect(await store().get()).toEqual(credential);
  });

  it('is missing before set() and after clear()', async () => {
    expect(await store().get()).toBeUndefined();
    await store().set(credential);
    await store().clear();
    expect(await store().get()).toBeUndefined();
    expect(await contentRecords(sealed.namespace)).toEqual([]);
  });

  it('may consist of a refresh token only', async () => {
    await store().set(other);
    expect(await store().get()).toEqual(other);
  });

  it('is returned without its null properties', async () => {
    // An app in plain JavaScript may pass null values from a database.
    const withNulls = { ...credential, profileId: null, publicId: null } as unknown as DiscovrCredential;
    await store().set(withNulls);
    const { refreshToken, expiresAt } = credential;
    expect(await store().get()).toEqual({ refreshToken, expiresAt });
  });

  it('reflects queued calls in the order in which they were made', async () => {
    const one = store();
    const calls = [
      one.set(credential),
      one.clear(),
      one.set(other),
      one.get(),
      one.clear(),
      one.get(),
      one.set(credential),
    ];
    const results = await Promise.all(calls);
    expect([results[3], results[5]]).toEqual([other, undefined]);
    expect(await store().get()).toEqual(credential);
  });

  it('is not returned to another app or environment', async () => {
    const elsewhere = freshNamespace();
    await store().set(credential);
    expect(await encryptedCredentialStore(elsewhere).get()).toBeUndefined();
    await deleteDatabase(elsewhere);
  });
});

describe('the stored data', () => {
  it('contains nothing readable', async () => {
    await store().set(credential);
    const everything = await everythingAtRest();
    expect(everything).toContain(sealed.namespace);
    for (const secret of [credential.refreshToken, 'MqXYz12abc', 'profile_alex', 'refreshToken'])
      expect(everything).not.toContain(secret);
  });

  it('has a key that cannot be exported', async () => {
    await store().set(credential);
    const [record, ...more] = await keyRecords(sealed.namespace);
    expect(more).toEqual([]);
    expect(record!.value).toMatchObject({ extractable: false, algorithm: { name: 'AES-GCM', length: 256 } });
    await expect(crypto.subtle.exportKey('raw', record!.value)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  });

  it('differs each time the same credential is stored', async () => {
    const seen = new Set<string>();
    for (let time = 0; time < 5; time += 1) {
      await store().set(credential);
      seen.add(await everythingAtRest());
    }
    expect(seen.size).toBe(5);
  });

  it('has one key for all stores that start at the same time', async () => {
    const stores = Array.from({ length: 10 }, store);
    await Promise.all(stores.map((one, index) => one.set({ refreshToken: madeUpRefreshToken(String(index)) })));
    expect(await keyRecords(sealed.namespace)).toHaveLength(1);
    const found = await Promise.all(stores.map((one) => one.get()));
    expect(new Set(found.map((one) => one?.refreshToken)).size).toBe(1);
    expect(found[0]).toBeDefined();
  });

  it('has the key that was stored first when another store takes longer to create a key', async () => {
    const make = crypto.subtle.generateKey.bind(crypto.subtle);
    const others = deferred<void>();
    const spy = vi.spyOn(SubtleCrypto.prototype, 'generateKey').mockImplementationOnce(async () => {
      await others.promise;
      return make({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    });
    const slow = store().get();
    await vi.waitFor(() => expect(spy).toHaveBeenCalled());
    await store().set(credential);
    others.resolve();
    expect(await slow).toEqual(credential);
    expect(await store().get()).toEqual(credential);
  });
});
