import { readCredential, type CredentialStore } from '../session/credential.js';

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
 * Creates a store that keeps the credential in the keychain of iOS or the keystore of Android. A credential that is too
 * long for one entry is divided among several; an app that is killed while it writes keeps the previous credential.
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

/** The first entry of a store: the credential itself, or where its parts are. */
type Head = { readonly credential: unknown } | { readonly parts: number; readonly series: 'a' | 'b' };

function storeIn({ read, write, remove }: Keychain, namespace: string): CredentialStore {
  // Only this store writes under this name. Where the system returns something else, nothing is found below.
  const readHead = async () => parse(await read(namespace)) as Head | undefined;
  const partKeys = (head: Head | undefined) =>
    head && 'parts' in head
      ? Array.from({ length: head.parts }, (_, index) => `${namespace}.${head.series}${index}`)
      : [];
  const removeAll = async (keys: readonly string[]) => {
    for (const key of keys) await remove(key);
  };
  return {
    async get() {
      const head = await readHead();
      if (!head || 'credential' in head) return readCredential(head?.credential);
      const parts = await Promise.all(partKeys(head).map(read));
      return readCredential(parse(parts.join('')));
    },
    async set(credential) {
      const before = await readHead();
      const whole = asciiOf({ credential });
      if (whole.length <= ENTRY_LENGTH) {
        await write(namespace, whole);
      } else {
        const text = asciiOf(credential);
        // The parts of the previous credential stay until the head names the new ones.
        const series = before && 'series' in before && before.series === 'a' ? 'b' : 'a';
        const head: Head = { parts: Math.ceil(text.length / ENTRY_LENGTH), series };
        for (const [index, key] of partKeys(head).entries()) {
          await write(key, text.slice(index * ENTRY_LENGTH, (index + 1) * ENTRY_LENGTH));
        }
        await write(namespace, asciiOf(head));
      }
      await removeAll(partKeys(before));
    },
    async clear() {
      const before = await readHead();
      await remove(namespace);
      await removeAll(partKeys(before));
    },
  };
}

/** Returns JSON in which each character is one byte. */
function asciiOf(value: object): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function parse(text: string | null): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
