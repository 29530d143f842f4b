import { readCredential, type CredentialStore, type DiscovrCredential } from '../session/credential.js';
import { inTurn } from '../shared/inTurn.js';

/** The part of `expo-secure-store` that this library uses. */
export interface ExpoSecureStore {
  getItemAsync(key: string): Promise<string | null>;
  setItemAsync(key: string, value: string): Promise<void>;
  deleteItemAsync(key: string): Promise<void>;
}

/** The part of `react-native-keychain` that this library uses. */
export interface ReactNativeKeychain {
  getGenericPassword(options: { service: string }): Promise<false | { readonly password: string }>;
  setGenericPassword(username: string, password: string, options: { service: string }): Promise<unknown>;
  resetGenericPassword(options: { service: string }): Promise<unknown>;
}

/** Texts by key, in the keychain of the device. */
interface Keychain {
  read(key: string): Promise<string | null>;
  write(key: string, text: string): Promise<unknown>;
  remove(key: string): Promise<unknown>;
}

/** Longest text of one entry: `expo-secure-store` may refuse more than 2048 bytes. */
const ENTRY_LENGTH = 2000;

/**
 * Creates a store that keeps the credential in the iOS keychain or the Android keystore. A credential that is too long
 * for one entry is split across several; an app that is killed while it writes keeps the previous credential.
 *
 * @param keychain the module `expo-secure-store` or `react-native-keychain`: `import * as SecureStore from '…'`.
 * @example
 * const client = new DiscovrClient('my-app', { platform, credentialStore: secureCredentialStore(SecureStore) });
 */
export function secureCredentialStore(
  keychain: ExpoSecureStore | ReactNativeKeychain,
): (namespace: string) => CredentialStore {
  const entries = 'getItemAsync' in keychain ? expoEntries(keychain) : keychainEntries(keychain);
  return (namespace) => storeIn(entries, namespace);
}

function expoEntries(store: ExpoSecureStore): Keychain {
  return {
    read: (key) => store.getItemAsync(key),
    write: (key, text) => store.setItemAsync(key, text),
    remove: (key) => store.deleteItemAsync(key),
  };
}

function keychainEntries(store: ReactNativeKeychain): Keychain {
  return {
    read: async (service) => ((await store.getGenericPassword({ service })) || undefined)?.password ?? null,
    write: (service, text) => store.setGenericPassword('discovr', text, { service }),
    remove: (service) => store.resetGenericPassword({ service }),
  };
}

/** The first entry of a store: the credential itself, or the number and the series of its parts. */
interface Head {
  readonly credential?: unknown;
  readonly parts?: number;
  readonly series?: Series;
}

/** Credentials alternate between two series of parts, so that the previous one stays while the next one is written. */
type Series = 'a' | 'b';

function storeIn(keychain: Keychain, namespace: string): CredentialStore {
  const { read, write, remove } = keychain;
  const partKey = (series: Series, index: number) => `${namespace}.${series}${index}`;
  // Only this store writes under this name. If the system returns something else, no credential is found.
  const readHead = async (): Promise<Head | undefined> => parse(await read(namespace));

  async function get() {
    const { credential, parts, series } = (await readHead()) ?? {};
    if (!parts || !series) return readCredential(credential);
    const texts = await Promise.all(Array.from({ length: parts }, (_, index) => read(partKey(series, index))));
    return readCredential(parse(texts.join('')));
  }

  async function set(credential: DiscovrCredential) {
    // An entry that the system cannot decrypt, for example after its key was replaced, is overwritten.
    const before = await readHead().catch(() => undefined);
    const series = before?.series === 'a' ? 'b' : 'a';
    const whole = asciiOf({ credential } satisfies Head);
    const text = whole.length > ENTRY_LENGTH ? asciiOf(credential) : '';
    const parts = Math.ceil(text.length / ENTRY_LENGTH);
    for (let index = 0; index < parts; index++) {
      await write(partKey(series, index), text.slice(index * ENTRY_LENGTH, (index + 1) * ENTRY_LENGTH));
    }
    await write(namespace, parts > 0 ? asciiOf({ parts, series } satisfies Head) : whole);
    // The credential is kept now. The next change removes what this one cannot.
    await removeParts({ [series]: parts }).catch(() => undefined);
  }

  async function clear() {
    await remove(namespace);
    await removeParts({});
  }

  /**
   * Removes the parts of both series, except the first ones of a series that are in use. Also removes what a killed app
   * left: it has no gaps, because the last part is removed first.
   */
  async function removeParts(inUse: Partial<Record<Series, number>>) {
    for (const series of ['a', 'b'] as const) {
      const start = inUse[series] ?? 0;
      let end = start;
      while ((await read(partKey(series, end))) !== null) end++;
      while (end > start) await remove(partKey(series, --end));
    }
  }

  // The parts of one credential are not mixed with those of another, nor removed while they are read.
  const enqueue = <T>(call: () => Promise<T>) => inTurn(keychain, namespace, call);
  return {
    get: () => enqueue(get),
    set: (credential) => enqueue(() => set(credential)),
    clear: () => enqueue(clear),
  };
}

/** Returns JSON in which each character is one byte. */
function asciiOf(value: object): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns the object in a text. */
function parse(text: string | null): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
