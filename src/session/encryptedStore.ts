import { inTurn } from '../shared/inTurn.js';
import { shareOnce } from '../shared/shareCall.js';
import { memoryCredentialStore, readCredential, type CredentialStore, type DiscovrCredential } from './credential.js';
import { addIfAbsent, putRecord, readRecords, removeIf, withDatabase } from './database.js';

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
  const prepare = async () => {
    // One of these APIs may be missing on plain http and in some embedded browsers. Using it would throw a TypeError.
    if (!globalThis.indexedDB) throw new Error('IndexedDB is not available.');
    if (!globalThis.crypto?.subtle) throw new Error('WebCrypto is not available; it needs https or localhost.');
    await sealed.prepare();
  };
  const choose = shareOnce(() =>
    prepare().then(
      () => sealed,
      (error: unknown) => {
        warnOnce(error);
        return inMemoryInsteadOf(sealed, error);
      },
    ),
  );
  // Encryption is slow, and a sign-in must not be written after a later sign-out.
  const enqueue = <T>(work: (store: CredentialStore) => Promise<T>): Promise<T> =>
    inTurn(sealed, 'calls', async () => work(await choose()));
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

const KEY = 'key';
const CREDENTIAL = 'credential';

/** A store that keeps an encrypted credential in a database, together with its key. */
interface SealedCredentials extends CredentialStore {
  /** Checks that this browser can store databases and keys. Rejects when it cannot. */
  prepare(): Promise<void>;
}

/** Creates a store in the database with the name `namespace`. Its methods reject when IndexedDB or WebCrypto fails. */
function sealedCredentials(namespace: string): SealedCredentials {
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

const CIPHER = 'AES-GCM';
const KEY_BITS = 256;
/** Recommended length of the initialization vector for GCM. */
const IV_BYTES = 12;
const USAGES: readonly KeyUsage[] = ['encrypt', 'decrypt'];

/** An encrypted credential. */
interface SealedCredential {
  /** Initialization vector, random for each encryption: reusing one with the same key would reveal the content. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Creates a key that can be used and stored but not exported. */
function makeSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: CIPHER, length: KEY_BITS }, false, USAGES);
}

/** Whether a value is a non-exportable AES-GCM key that can encrypt and decrypt. */
function isSealingKey(value: unknown): value is CryptoKey {
  if (!(value instanceof CryptoKey) || value.extractable || value.algorithm.name !== CIPHER) return false;
  return USAGES.every((usage) => value.usages.includes(usage));
}

/** Whether a value has the shape of a sealed credential. */
function isSealed(value: unknown): value is SealedCredential {
  if (typeof value !== 'object' || value === null || !('iv' in value) || !('data' in value)) return false;
  return value.iv instanceof Uint8Array && value.iv.length === IV_BYTES && value.data instanceof ArrayBuffer;
}

/** Encrypts a credential for one namespace. It cannot be decrypted for another namespace. */
async function seal(credential: DiscovrCredential, key: CryptoKey, namespace: string): Promise<SealedCredential> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt(
    cipher(iv, namespace),
    key,
    new TextEncoder().encode(JSON.stringify(credential)),
  );
  return { iv, data };
}

/** Decrypts a credential. Returns `undefined` if it was encrypted with another key or namespace, or is damaged. */
async function unseal(
  { iv, data }: SealedCredential,
  key: CryptoKey,
  namespace: string,
): Promise<DiscovrCredential | undefined> {
  try {
    const opened = await crypto.subtle.decrypt(cipher(iv, namespace), key, data);
    return readCredential(JSON.parse(new TextDecoder().decode(opened)));
  } catch {
    // WebCrypto does not report whether the key, the namespace or damage is the cause. None can be repaired.
    return undefined;
  }
}

function cipher(iv: Uint8Array<ArrayBuffer>, namespace: string): AesGcmParams {
  return { name: CIPHER, iv, additionalData: new TextEncoder().encode(namespace) };
}
