import { memoryCredentialStore, type CredentialStore } from './credentialStore.js';
import { sealedCredentials } from './sealedCredentials.js';

let hasWarned = false;

/**
 * Creates a store in IndexedDB, so that the user stays signed in after a reload and in other tabs. The credential is
 * encrypted with AES-GCM under a key that code on this origin can use but not export. Pass the function itself as
 * `credentialStore`: the client calls it with its namespace, so that two apps or environments on one origin never share
 * a store.
 *
 * Nothing readable is ever written to disk, but scripts on the page can use the store like the app does. Content that
 * cannot be decrypted is removed and counts as absent.
 *
 * If IndexedDB or WebCrypto is missing, or the browser refuses them at the first use, the credential is kept in memory,
 * `set` rejects, and a console warning is logged once per page. After a first success, methods reject when IndexedDB or
 * WebCrypto fails.
 *
 * @param namespace name of the database.
 * @example
 * const client = new DiscovrClient('my-app', { credentialStore: encryptedCredentialStore });
 */
export function encryptedCredentialStore(namespace: string): CredentialStore {
  const sealed = sealedCredentials(namespace);
  let chosen: Promise<CredentialStore> | undefined;
  let lastCall: Promise<unknown> = Promise.resolve();
  const choose = () => {
    chosen ??= prepare().then(
      () => sealed,
      (error: unknown) => {
        warnOnce(error);
        return inMemoryInsteadOf(sealed, error);
      },
    );
    return chosen;
  };
  const prepare = async () => {
    // One of these APIs may be missing on plain http and in some embedded browsers. Using it would throw a TypeError.
    if (!globalThis.indexedDB) throw new Error('IndexedDB is not available.');
    if (!globalThis.crypto?.subtle) throw new Error('WebCrypto is not available; it needs https or localhost.');
    await sealed.prepare();
  };
  /** Runs calls one at a time: encryption is slow, and a sign-in must not be written after a later sign-out. */
  const enqueue = <T>(work: (store: CredentialStore) => Promise<T>): Promise<T> => {
    const call = lastCall.then(choose).then(work);
    // A failure rejects its own caller only; the next call still runs.
    lastCall = call.catch(() => undefined);
    return call;
  };
  return {
    get: () => enqueue((store) => store.get()),
    set: (credential) => enqueue((store) => store.set(credential)),
    clear: () => enqueue((store) => store.clear()),
  };
}

/**
 * Keeps the credential in memory. `set` then rejects with the refusal of the browser, because the user is signed in only
 * until the page is left. `clear` also tries to clear what an earlier visit left in the database.
 */
function inMemoryInsteadOf(sealed: CredentialStore, refusal: unknown): CredentialStore {
  const memory = memoryCredentialStore();
  return {
    ...memory,
    async set(credential) {
      await memory.set(credential);
      throw refusal;
    },
    async clear() {
      await memory.clear();
      // The database is unreachable and a warning was logged, so there is nothing to report.
      await sealed.clear().catch(() => undefined);
    },
  };
}

function warnOnce(error: unknown): void {
  if (hasWarned) return;
  hasWarned = true;
  console.warn(
    `discovr-react: the browser cannot keep the sign-in (${String(error)}), so the user is signed in only until this ` +
      'page is left. Serve the app over https and allow the site to store data, or pass another credentialStore.',
  );
}
