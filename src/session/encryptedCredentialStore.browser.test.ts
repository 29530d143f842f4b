import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { databaseRecords, deleteDatabase, everythingAtRest, replaceRecord } from '../../test/support/atRest.js';
import { deferred } from '../../test/support/promises.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import type { DiscovrCredential } from './credential.js';
import { encryptedCredentialStore } from './encryptedCredentialStore.js';
import { scopeName } from './scopeName.js';

const credential: DiscovrCredential = {
  refreshToken: madeUpRefreshToken('alice'),
  publicId: 'MqXYz12abc',
  expiresAt: 1_800_000_000,
  profileId: 'profile_alex',
};
const other: DiscovrCredential = { refreshToken: madeUpRefreshToken('bob') };

let scope: string;

beforeEach(() => {
  scope = scopeName('https://discovr.example', crypto.randomUUID());
});

afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDatabase(scope);
});

const store = () => encryptedCredentialStore(scope);
const isKey = (value: unknown): value is CryptoKey => value instanceof CryptoKey;
const keys = async () => (await databaseRecords()).map(({ value }) => value).filter(isKey);
const contents = async () => (await databaseRecords()).filter(({ value }) => !isKey(value));

describe('what was kept', () => {
  it('is there after a reload', async () => {
    await store().set(credential);
    expect(await store().get()).toEqual(credential);
  });

  it('is nothing at first, and nothing again once it is forgotten', async () => {
    expect(await store().get()).toBeUndefined();
    await store().set(credential);
    await store().clear();
    expect(await store().get()).toBeUndefined();
    expect(await contents()).toEqual([]);
  });

  it('may be a refresh token alone', async () => {
    await store().set(other);
    expect(await store().get()).toEqual(other);
  });

  it('comes back without what was null, as from any store', async () => {
    // A store in plain JavaScript may hand on what a database gave.
    const withNulls = { ...credential, profileId: null, publicId: null } as unknown as DiscovrCredential;
    await store().set(withNulls);
    const { refreshToken, expiresAt } = credential;
    expect(await store().get()).toEqual({ refreshToken, expiresAt });
  });

  it('is what was kept last, however close together the calls come', async () => {
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

  it('is not found by another app or environment', async () => {
    await store().set(credential);
    expect(await encryptedCredentialStore(scopeName('https://discovr.example', 'other')).get()).toBeUndefined();
    await deleteDatabase(scopeName('https://discovr.example', 'other'));
  });
});

describe('at rest', () => {
  it('nothing is readable', async () => {
    await store().set(credential);
    const everything = await everythingAtRest();
    expect(everything).toContain(scope);
    for (const secret of [credential.refreshToken, 'MqXYz12abc', 'profile_alex', 'refreshToken'])
      expect(everything).not.toContain(secret);
  });

  it('the key cannot be read out', async () => {
    await store().set(credential);
    const [key, ...more] = await keys();
    expect(more).toEqual([]);
    expect(key).toMatchObject({ extractable: false, algorithm: { name: 'AES-GCM', length: 256 } });
    await expect(crypto.subtle.exportKey('raw', key!)).rejects.toThrow(/not extractable/);
  });

  it('the same credential never looks the same twice', async () => {
    const seen = new Set<string>();
    for (let time = 0; time < 5; time += 1) {
      await store().set(credential);
      seen.add(await everythingAtRest());
    }
    expect(seen.size).toBe(5);
  });

  it('stores that start at once agree on one key', async () => {
    const stores = Array.from({ length: 10 }, store);
    await Promise.all(stores.map((one, index) => one.set({ refreshToken: madeUpRefreshToken(String(index)) })));
    expect(await keys()).toHaveLength(1);
    const found = await Promise.all(stores.map((one) => one.get()));
    expect(new Set(found.map((one) => one?.refreshToken)).size).toBe(1);
    expect(found[0]).toBeDefined();
  });

  it('one that is slow to make a key takes that of the one that was faster', async () => {
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

describe('content that cannot be opened', () => {
  const sealedElsewhere = async (): Promise<unknown> => {
    const elsewhere = scopeName('https://discovr.example', crypto.randomUUID());
    await encryptedCredentialStore(elsewhere).set(credential);
    const found = (await contents()).find(({ database }) => database === elsewhere);
    await deleteDatabase(elsewhere);
    return found?.value;
  };
  const damaged = async (): Promise<unknown> => {
    const [record] = await contents();
    const { iv, data } = record!.value as { iv: Uint8Array; data: ArrayBuffer };
    const bytes = new Uint8Array(data.slice(0));
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    return { iv, data: bytes.buffer };
  };

  it.each<[string, () => unknown]>([
    ['of another scope', sealedElsewhere],
    ['with one bit turned', damaged],
    ['in the clear', () => credential],
    ['cut short', () => ({ iv: new Uint8Array(12), data: new ArrayBuffer(3) })],
    ['a text', () => 'foreign'],
    ['a key', () => null],
  ])('counts as absent, is removed, and is in nobody’s way: %s', async (_kind, make) => {
    await store().set(credential);
    const foreign = await make();
    const [record] = await contents();
    await replaceRecord(record!, foreign);
    expect(await store().get()).toBeUndefined();
    expect(await contents()).toEqual([]);
    await store().set(other);
    expect(await store().get()).toEqual(other);
  });

  it.each<[string, unknown]>([
    ['gone', undefined],
    ['not a key', 'foreign'],
  ])('counts as absent where its key is %s', async (_kind, replacement) => {
    await store().set(credential);
    const record = (await databaseRecords()).find(({ value }) => isKey(value));
    await replaceRecord(record!, replacement);
    expect(await store().get()).toBeUndefined();
    expect(await contents()).toEqual([]);
    await store().set(other);
    expect(await store().get()).toEqual(other);
  });

  it('counts as absent where somebody moved it to another scope together with its key', async () => {
    await store().set(credential);
    const moved = await databaseRecords();
    const elsewhere = scopeName('https://discovr.example', crypto.randomUUID());
    onTestFinished(() => deleteDatabase(elsewhere));
    await encryptedCredentialStore(elsewhere).set(other);
    for (const { store: records, name, value } of moved)
      await replaceRecord({ database: elsewhere, store: records, name, value }, value);
    expect(await encryptedCredentialStore(elsewhere).get()).toBeUndefined();
    expect(await store().get()).toEqual(credential);
  });

  it('counts as absent under a key that could be read out, which is replaced', async () => {
    await store().set(credential);
    const record = (await databaseRecords()).find(({ value }) => isKey(value));
    const readable = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
    await replaceRecord(record!, readable);
    await store().set(other);
    expect((await keys()).map((key) => key.extractable)).toEqual([false]);
  });
});

describe('a database that does not stay', () => {
  it('may be deleted by the person at any time', async () => {
    const one = store();
    await one.set(credential);
    await deleteDatabase(scope);
    expect(await one.get()).toBeUndefined();
    await one.set(other);
    expect(await store().get()).toEqual(other);
  });

  it('never holds up whoever deletes it', async () => {
    const one = store();
    const calls = [one.set(credential), deleteDatabase(scope), one.set(other), deleteDatabase(scope), one.get()];
    expect(await Promise.allSettled(calls)).toEqual(calls.map(() => expect.objectContaining({ status: 'fulfilled' })));
    await one.set(other);
    expect(await store().get()).toEqual(other);
  });

  it.each([0, 1, 2, 3])('may lose its connection once, as after a long sleep of the device (step %i)', async (step) => {
    const one = store();
    await one.set(credential);
    loseConnectionAt(step);
    await one.set(other);
    expect(await one.get()).toEqual(other);
    expect(await store().get()).toEqual(other);
  });

  it('rejects where the connection is lost again and again, and says which of the two is kept', async () => {
    const one = store();
    await one.set(credential);
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    await expect(one.set(other)).rejects.toThrow(/closing/);
    spy.mockRestore();
    expect(await one.get()).toEqual(credential);
  });
});

/** Has the browser close the connection just before a transaction; the first is number 0. */
function loseConnectionAt(step: number): void {
  const begin = IDBDatabase.prototype.transaction;
  let count = 0;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...how) {
    if (count === step) this.close();
    count += 1;
    return begin.apply(this, how);
  });
}
