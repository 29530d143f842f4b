import { afterEach, beforeEach, vi } from 'vitest';
import type { CredentialStore } from '../../src/session/store/credentialStore.js';
import { encryptedCredentialStore } from '../../src/session/store/encryptedCredentialStore.js';
import { scopeName } from '../../src/session/store/scopeName.js';
import { databaseRecords, deleteDatabase, type DatabaseRecord } from './atRest.js';

/** Names a scope nobody else has. */
export function freshScope(): string {
  return scopeName('https://discovr.example', crypto.randomUUID());
}

/** Gives each test a scope of its own, and leaves no database behind. Each call makes another store, as a reload does. */
export function sealedStores(): { readonly scope: string; store(): CredentialStore } {
  let scope = '';
  beforeEach(() => {
    scope = freshScope();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await deleteDatabase(scope);
  });
  return {
    get scope() {
      return scope;
    },
    store: () => encryptedCredentialStore(scope),
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
