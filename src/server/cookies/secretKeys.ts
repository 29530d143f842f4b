import { base64url } from 'jose';

/**
 * What a sealed text is for. Each purpose has its own keys, so a text that is encrypted for one purpose cannot be
 * decrypted for another.
 */
export type Purpose = 'refresh' | 'session' | 'state' | 'device' | 'signOut' | 'cache';

/** Key of one purpose, derived from one secret. */
export interface SecretKey {
  /** Name of the key, which does not reveal it. */
  readonly id: string;
  readonly key: CryptoKey;
}

/**
 * Derives the keys of one purpose with HKDF, one for each secret.
 *
 * @param app name of the app and its environment, so that staging and production never open each other's texts.
 */
export function secretKeys(
  secrets: readonly Uint8Array[],
  purpose: Purpose,
  app: string,
): Promise<readonly SecretKey[]> {
  const { subtle } = globalThis.crypto;
  const algorithm = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(`discovr-react/server 1 ${purpose} ${use} ${app}`),
  });
  return Promise.all(
    secrets.map(async (secret) => {
      // A copy, because the bytes may belong to a shared buffer.
      const master = await subtle.importKey('raw', Uint8Array.from(secret), 'HKDF', false, ['deriveKey', 'deriveBits']);
      const aes = { name: 'AES-GCM', length: 256 };
      const key = await subtle.deriveKey(algorithm('key'), master, aes, false, ['encrypt', 'decrypt']);
      const id = base64url.encode(new Uint8Array(await subtle.deriveBits(algorithm('id'), master, 64)));
      return { id, key };
    }),
  );
}
