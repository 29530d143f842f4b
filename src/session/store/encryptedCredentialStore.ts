import { memoryCredentialStore, type CredentialStore } from './credentialStore.js';
import { sealedCredentials } from './sealedCredentials.js';

let hasWarned = false;

/**
 * Keeps the credential in IndexedDB, sealed by AES-GCM under a key that can be used on this origin but not read out: a
 * reload, and other tabs, go on signed in. Pass the function itself as `credentialStore`; the client gives it a namespace of
 * its own, so that two apps or environments on one origin never share.
 *
 * Nothing readable is ever at rest, but script that runs on the page can use the store as the app does. Content that
 * cannot be opened is removed and counts as absent.
 *
 * Where the browser has no IndexedDB or WebCrypto, or refuses them at the first use, the credential is kept in memory
 * instead, and the console says so once a page. After a first success, methods reject where the browser does.
 *
 * @param namespace names the database.
 * @example
 * const client = new DiscovrClient('my-app', { credentialStore: encryptedCredentialStore });
 */
export function encryptedCredentialStore(namespace: string): CredentialStore {
  const sealed = sealedCredentials(namespace);
  let chosen: Promise<CredentialStore> | undefined;
  let former: Promise<unknown> = Promise.resolve();
  const choose = () => {
    chosen ??= prepare().then(
      () => sealed,
      (error: unknown) => {
        warnOnce(error);
        return inMemoryInsteadOf(sealed);
      },
    );
    return chosen;
  };
  const prepare = async () => {
    // Absent on plain http and in some embedded browsers; saying so beats the TypeError that would follow.
    if (!globalThis.indexedDB) throw new Error('There is no IndexedDB here.');
    if (!globalThis.crypto?.subtle) throw new Error('There is no WebCrypto here; it needs https or localhost.');
    await sealed.prepare();
  };
  /** One after another: sealing takes a moment, and a sign-out that follows a write must not be overtaken by it. */
  const enqueue = <T>(work: (store: CredentialStore) => Promise<T>): Promise<T> => {
    const turn = former.then(choose).then(work);
    // Whoever asked hears of a failure; those who come after only wait for the end.
    former = turn.catch(() => undefined);
    return turn;
  };
  return {
    get: () => enqueue((store) => store.get()),
    set: (credential) => enqueue((store) => store.set(credential)),
    clear: () => enqueue((store) => store.clear()),
  };
}

/** Keeps in memory; forgetting still tries to reach what an earlier visit may have left in the database. */
function inMemoryInsteadOf(sealed: CredentialStore): CredentialStore {
  const memory = memoryCredentialStore();
  return {
    ...memory,
    async clear() {
      await memory.clear();
      // Out of reach for now, as has been said: then there is nothing to report.
      await sealed.clear().catch(() => undefined);
    },
  };
}

function warnOnce(error: unknown): void {
  if (hasWarned) return;
  hasWarned = true;
  console.warn(
    `discovr-react: the browser cannot keep the sign-in (${String(error)}), so it lasts until this page is left. ` +
      'Serve the app over https and allow the site to keep data, or pass another credentialStore.',
  );
}
