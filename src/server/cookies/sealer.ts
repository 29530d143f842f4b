import { base64url, CompactEncrypt, compactDecrypt } from 'jose';
import * as z from 'zod/mini';
import { readBy } from '../../api/reading.js';
import type { ServerSettings } from '../serverSettings.js';

/** Maximum length of a text to decrypt, in characters. Leaves room for cache entries, which can be longer than cookies. */
const MAX_SEALED_LENGTH = 64 * 1024;

const contentSchema = z.object({ until: z.number(), value: z.unknown() });

/**
 * What a sealed text is for. Each purpose has its own keys, so a text that is encrypted for one purpose cannot be
 * decrypted for another.
 */
type Purpose = 'refresh' | 'session' | 'state' | 'device' | 'signOut' | 'cache';

/** Encrypts and decrypts what the browser keeps for the server. */
export interface Sealer {
  /** Encrypts a value with the first secret. */
  seal(purpose: Purpose, value: unknown, lifetimeMs: number): Promise<string>;
  /** Decrypts a text. Returns `undefined` if it was changed, has expired, or is not from this app and purpose. */
  open<T>(purpose: Purpose, sealed: unknown, schema: z.ZodMiniType<T>): Promise<T | undefined>;
}

/** Creates the sealer of a server. */
export function createSealer({ secrets, clientId, basePath, now }: ServerSettings): Sealer {
  const keys = new Map<Purpose, Promise<readonly SecretKey[]>>();
  const keysOf = (purpose: Purpose) => {
    const known = keys.get(purpose) ?? secretKeys(secrets, purpose, JSON.stringify([clientId, basePath]));
    keys.set(purpose, known);
    return known;
  };
  return {
    async seal(purpose, value, lifetimeMs) {
      const [first] = await keysOf(purpose);
      if (!first) throw new TypeError('No secret was given.');
      const content = JSON.stringify({ until: now() + lifetimeMs, value });
      return new CompactEncrypt(new TextEncoder().encode(content))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: first.id })
        .encrypt(first.key);
    },
    async open(purpose, sealed, schema) {
      if (typeof sealed !== 'string' || sealed.length > MAX_SEALED_LENGTH) return undefined;
      const content = readBy(contentSchema, await decrypted(sealed, await keysOf(purpose)));
      return content && content.until > now() ? readBy(schema, content.value) : undefined;
    },
  };
}

async function decrypted(sealed: string, keys: readonly SecretKey[]): Promise<unknown> {
  try {
    const { plaintext } = await compactDecrypt(
      sealed,
      ({ kid, zip }) => {
        const found = zip === undefined ? keys.find(({ id }) => id === kid) : undefined;
        if (!found) throw new TypeError('No secret opens this text.');
        return found.key;
      },
      { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
    );
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch {
    // A text that does not open counts as absent, whatever the reason.
    return undefined;
  }
}

/** Key of one purpose, derived from one secret. */
interface SecretKey {
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
