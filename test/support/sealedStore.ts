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

/** Returns the records that are keys. */
export async function keyRecords(): Promise<(DatabaseRecord & { readonly value: CryptoKey })[]> {
  const records = await databaseRecords();
  return records.flatMap((record) => (record.value instanceof CryptoKey ? [{ ...record, value: record.value }] : []));
}

/** Returns the records that are not keys: the stored content. */
export async function contentRecords(): Promise<DatabaseRecord[]> {
  return (await databaseRecords()).filter(({ value }) => !(value instanceof CryptoKey));
}
