import { CompactEncrypt, compactDecrypt } from 'jose';
import * as z from 'zod/mini';
import { readBy } from '../../api/reading.js';
import type { ServerSettings } from '../serverSettings.js';
import { secretKeys, type Purpose, type SecretKey } from './secretKeys.js';

/** Maximum length of a text to decrypt, in characters. Leaves room for cache entries, which can be longer than cookies. */
const MAX_SEALED_LENGTH = 64 * 1024;

const contentSchema = z.object({ until: z.number(), value: z.unknown() });

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
