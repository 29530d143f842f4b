import type { CredentialStore } from './credentialStore.js';
import { addIfAbsent, putRecord, readRecords, removeIf, withDatabase } from './database.js';
import { isSealed, isSealingKey, makeSealingKey, seal, unseal } from './sealing.js';

const KEY = 'key';
const CREDENTIAL = 'credential';

/** A store that keeps its content sealed in a database, with the key beside it. */
export interface SealedCredentials extends CredentialStore {
  /** Finds out whether this browser keeps databases and keys at all. Rejects where it does not. */
  prepare(): Promise<void>;
}

/** Keeps a credential in the database named by the namespace. Rejects where the browser refuses. */
export function sealedCredentials(namespace: string): SealedCredentials {
  return {
    prepare: () => withDatabase(namespace, async (database) => void (await keyOf(database))),
    get: () =>
      withDatabase(namespace, async (database) => {
        const [key, content] = await readRecords(database, KEY, CREDENTIAL);
        if (content === undefined) return undefined;
        const canBeOpened = isSealingKey(key) && isSealed(content);
        const credential = canBeOpened ? await unseal(content, key, namespace) : undefined;
        // Only if it is still the same: another tab may have signed in meanwhile.
        if (!credential) await removeIf(database, CREDENTIAL, (present) => identity(present) === identity(content));
        return credential;
      }),
    set: (credential) =>
      withDatabase(namespace, async (database) => {
        // Looked up each time: whoever deleted the database has deleted the former key with it.
        const sealed = await seal(credential, await keyOf(database), namespace);
        await putRecord(database, CREDENTIAL, sealed);
      }),
    clear: () => withDatabase(namespace, (database) => removeIf(database, CREDENTIAL, () => true)),
  };
}

/** The key of this database; where there is none, one is made, and the first tab's is everybody's. */
async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const [present] = await readRecords(database, KEY);
  if (isSealingKey(present)) return present;
  await removeIf(database, KEY, (value) => !isSealingKey(value));
  // Made outside any transaction, which would end while this waits.
  const key = await addIfAbsent(database, KEY, await makeSealingKey());
  if (!isSealingKey(key)) throw new DOMException('The browser did not keep the key.', 'DataError');
  return key;
}

/** No two sealings share their first bytes; what is not sealed is all alike. */
function identity(content: unknown): string {
  return isSealed(content) ? content.iv.join() : 'not sealed';
}
