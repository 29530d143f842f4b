import { afterEach, beforeEach, vi } from 'vitest';
import type { CredentialStore } from '../../src/session/store/credentialStore.js';
import { encryptedCredentialStore } from '../../src/session/store/encryptedCredentialStore.js';
import { namespaceOf } from '../../src/session/store/namespace.js';
import { databaseRecords, deleteDatabase, type DatabaseRecord } from './atRest.js';

/** Names a namespace nobody else has. */
export function freshNamespace(): string {
  return namespaceOf('https://discovr.example', crypto.randomUUID());
}

/** Gives each test a namespace of its own, and leaves no database behind. Each call makes another store, as a reload does. */
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

/** The records that are keys. */
export async function keyRecords(): Promise<(DatabaseRecord & { readonly value: CryptoKey })[]> {
  const records = await databaseRecords();
  return records.flatMap((record) => (record.value instanceof CryptoKey ? [{ ...record, value: record.value }] : []));
}

/** The records that are no keys: what is kept. */
export async function contentRecords(): Promise<DatabaseRecord[]> {
  return (await databaseRecords()).filter(({ value }) => !(value instanceof CryptoKey));
}
