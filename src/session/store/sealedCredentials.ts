import type { CredentialStore } from './credentialStore.js';
import { addIfAbsent, putRecord, readRecords, removeIf, withDatabase } from './database.js';
import { isSealed, isSealingKey, makeSealingKey, seal, unseal } from './sealing.js';

const KEY = 'key';
const CREDENTIAL = 'credential';

/** A store that keeps an encrypted credential in a database, together with its key. */
export interface SealedCredentials extends CredentialStore {
  /** Checks that this browser can store databases and keys. Rejects when it cannot. */
  prepare(): Promise<void>;
}

/** Creates a store in the database with the name `namespace`. Its methods reject when IndexedDB or WebCrypto fails. */
export function sealedCredentials(namespace: string): SealedCredentials {
  return {
    prepare: () => withDatabase(namespace, async (database) => void (await keyOf(database))),
    get: () =>
      withDatabase(namespace, async (database) => {
        const [key, content] = await readRecords(database, KEY, CREDENTIAL);
        if (content === undefined) return undefined;
        const canBeOpened = isSealingKey(key) && isSealed(content);
        const credential = canBeOpened ? await unseal(content, key, namespace) : undefined;
        // Removes the content only if it is unchanged, because another tab may have signed in since it was read.
        if (!credential) await removeIf(database, CREDENTIAL, (current) => identity(current) === identity(content));
        return credential;
      }),
    set: (credential) =>
      withDatabase(namespace, async (database) => {
        // The key is looked up each time, because it is lost when the database is deleted.
        const sealed = await seal(credential, await keyOf(database), namespace);
        await putRecord(database, CREDENTIAL, sealed);
      }),
    clear: () => withDatabase(namespace, (database) => removeIf(database, CREDENTIAL, () => true)),
  };
}

/** Returns the key of this database, and creates it if it is missing. All tabs use the key that was stored first. */
async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const [current] = await readRecords(database, KEY);
  if (isSealingKey(current)) return current;
  await removeIf(database, KEY, (value) => !isSealingKey(value));
  // The key is created before the transaction, which would end while it waits for the key.
  const key = await addIfAbsent(database, KEY, await makeSealingKey());
  if (!isSealingKey(key)) throw new DOMException('The browser did not keep the key.', 'DataError');
  return key;
}

/**
 * Returns a text by which contents can be compared: the unique initialization vector of a sealed credential, or the
 * same text for all other content.
 */
function identity(content: unknown): string {
  return isSealed(content) ? content.iv.join() : 'not sealed';
}
