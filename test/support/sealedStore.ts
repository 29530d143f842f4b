import { afterEach, beforeEach, vi } from 'vitest';
import { namespaceOf, type CredentialStore } from '../../src/session/credential.js';
import { encryptedCredentialStore } from '../../src/session/encryptedStore.js';
import { databaseRecords, deleteDatabase, type DatabaseRecord } from './atRest.js';

/** Returns a unique namespace. */
export function freshNamespace(): string {
  return namespaceOf('https://discovr.example', crypto.randomUUID());
}

/**
 * Provides a separate namespace for each test, and deletes its database afterwards. Each call of `store` creates
 * another store, as a reload does.
 */
export function sealedStores(): { readonly namespace: string; store(): CredentialStore } {
  let namespace = '';
  beforeEach(() => {
    namespace = freshNamespace();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await deleteDatabase(namespace);
  });
  return {
    get namespace() {
      return namespace;
    },
    store: () => encryptedCredentialStore(namespace),
  };
}

/** Returns the records of a store that are keys. Databases that other tests have left are not read. */
export async function keyRecords(namespace: string): Promise<(DatabaseRecord & { readonly value: CryptoKey })[]> {
  const records = await recordsOf(namespace);
  return records.flatMap((record) => (record.value instanceof CryptoKey ? [{ ...record, value: record.value }] : []));
}

/** Returns the records of a store that are not keys: its content. */
export async function contentRecords(namespace: string): Promise<DatabaseRecord[]> {
  return (await recordsOf(namespace)).filter(({ value }) => !(value instanceof CryptoKey));
}

/** Returns all records of a store. */
export async function recordsOf(namespace: string): Promise<DatabaseRecord[]> {
  return (await databaseRecords()).filter(({ database }) => database === namespace);
}
