import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { deleteDatabase, replaceRecord } from '../../test/support/atRest.js';
import { watch } from '../../test/support/promises.js';
import { contentRecords, freshNamespace, keyRecords, recordsOf, sealedStores } from '../../test/support/sealedStore.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { encryptedCredentialStore } from './encryptedStore.js';

const credential = { refreshToken: madeUpRefreshToken('alice'), profileId: 'profile_alex' };
const other = { refreshToken: madeUpRefreshToken('bob') };

const sealed = sealedStores();
const { store } = sealed;

describe('content that cannot be decrypted', () => {
  const sealedElsewhere = async (): Promise<unknown> => {
    const elsewhere = freshNamespace();
    await encryptedCredentialStore(elsewhere).set(credential);
    const [found] = await contentRecords(elsewhere);
    await deleteDatabase(elsewhere);
    return found?.value;
  };
  const damaged = async (): Promise<unknown> => {
    const [record] = await contentRecords(sealed.namespace);
    const { iv, data } = record!.value as { iv: Uint8Array; data: ArrayBuffer };
    const bytes = new Uint8Array(data.slice(0));
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    return { iv, data: bytes.buffer };
  };

  it.each<[string, () => unknown]>([
    ['sealed for another namespace', sealedElsewhere],
    ['damaged by one flipped bit', damaged],
    ['not encrypted', () => credential],
    ['truncated', () => ({ iv: new Uint8Array(12), data: new ArrayBuffer(3) })],
    ['a string', () => 'foreign'],
    ['null', () => null],
  ])('counts as absent, is removed, and does not prevent the next write when it is %s', async (_kind, make) => {
    await store().set(credential);
    const foreign = await make();
    const [record] = await contentRecords(sealed.namespace);
    await replaceRecord(record!, foreign);
    expect(await store().get()).toBeUndefined();
    expect(await contentRecords(sealed.namespace)).toEqual([]);
    await store().set(other);
    expect(await store().get()).toEqual(other);
  });

  it.each<[string, unknown]>([
    ['missing', undefined],
    ['not a key', 'foreign'],
  ])('counts as absent when the stored key is %s', async (_kind, replacement) => {
    await store().set(credential);
    const [record] = await keyRecords(sealed.namespace);
    await replaceRecord(record!, replacement);
    expect(await store().get()).toBeUndefined();
    expect(await contentRecords(sealed.namespace)).toEqual([]);
    await store().set(other);
    expect(await store().get()).toEqual(other);
  });

  it('counts as absent when it was copied to another namespace together with its key', async () => {
    await store().set(credential);
    const moved = await recordsOf(sealed.namespace);
    const elsewhere = freshNamespace();
    onTestFinished(() => deleteDatabase(elsewhere));
    await encryptedCredentialStore(elsewhere).set(other);
    for (const { store: records, name, value } of moved)
      await replaceRecord({ database: elsewhere, store: records, name, value }, value);
    expect(await encryptedCredentialStore(elsewhere).get()).toBeUndefined();
    expect(await store().get()).toEqual(credential);
  });

  it('is overwritten by the next write, with a new key, when the stored key can be exported', async () => {
    await store().set(credential);
    const [record] = await keyRecords(sealed.namespace);
    const readable = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
    await replaceRecord(record!, readable);
    await store().set(other);
    expect((await keyRecords(sealed.namespace)).map(({ value }) => value.extractable)).toEqual([false]);
  });
});

describe('encryptedCredentialStore', () => {
  it('works again after the user has deleted its database', async () => {
    const one = store();
    await one.set(credential);
    await deleteDatabase(sealed.namespace);
    expect(await one.get()).toBeUndefined();
    await one.set(other);
    expect(await store().get()).toEqual(other);
  });

  /** Opens the database as other code on the origin does, and creates it without an object store. */
  const openElsewhere = (version?: number) =>
    new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(sealed.namespace, version);
      request.addEventListener('success', () => resolve(request.result));
    });

  it('replaces a database that lacks its object store', async () => {
    (await openElsewhere(3)).close();
    await store().set(credential);
    expect(await store().get()).toEqual(credential);
  });

  it('uses a database with another version, and keeps its content', async () => {
    await store().set(credential);
    (await openElsewhere(7)).close();
    expect(await store().get()).toEqual(credential);
    await store().set(other);
    expect(await store().get()).toEqual(other);
  });

  it('waits for another page to close a database that lacks its object store', async () => {
    const elsewhere = await openElsewhere();
    const isAsked = new Promise((resolve) => elsewhere.addEventListener('versionchange', resolve));
    const set = watch(store().set(credential));
    await isAsked;
    expect(set.status).toBe('pending');
    elsewhere.close();
    await vi.waitFor(() => expect(set.status).toBe('resolved'));
    expect(await store().get()).toEqual(credential);
  });

  it('never blocks the deletion of its database', async () => {
    const one = store();
    const calls = [
      one.set(credential),
      deleteDatabase(sealed.namespace),
      one.set(other),
      deleteDatabase(sealed.namespace),
      one.get(),
    ];
    expect(await Promise.allSettled(calls)).toEqual(calls.map(() => expect.objectContaining({ status: 'fulfilled' })));
    await one.set(other);
    expect(await store().get()).toEqual(other);
  });

  it.each([0, 1, 2, 3])(
    'writes the credential even if transaction %i loses the connection, as after a long sleep of the device',
    async (step) => {
      const one = store();
      await one.set(credential);
      loseConnectionAt(step);
      await one.set(other);
      expect(await one.get()).toEqual(other);
      expect(await store().get()).toEqual(other);
    },
  );

  it('rejects a write and keeps the previous credential when the connection is lost repeatedly', async () => {
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

/** Closes the connection just before the transaction with this index, which starts at 0. */
function loseConnectionAt(step: number): void {
  const begin = IDBDatabase.prototype.transaction;
  let count = 0;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...how) {
    if (count === step) this.close();
    count += 1;
    return begin.apply(this, how);
  });
}
