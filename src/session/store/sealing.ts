import { readCredential, type DiscovrCredential } from './credential.js';

const CIPHER = 'AES-GCM';
const KEY_BITS = 256;
/** The length GCM is made for. */
const IV_BYTES = 12;
const USAGES: readonly KeyUsage[] = ['encrypt', 'decrypt'];

/** A credential that nobody can read without the key. */
export interface SealedCredential {
  /** Fresh for each sealing: a second use under one key would give the content away. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Makes a key that can be used and kept, but never read out. */
export function makeSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: CIPHER, length: KEY_BITS }, false, USAGES);
}

/** Tells whether a value is such a key. */
export function isSealingKey(value: unknown): value is CryptoKey {
  if (!(value instanceof CryptoKey) || value.extractable || value.algorithm.name !== CIPHER) return false;
  return USAGES.every((usage) => value.usages.includes(usage));
}

/** Tells whether a value has the shape of a sealed credential. */
export function isSealed(value: unknown): value is SealedCredential {
  if (typeof value !== 'object' || value === null || !('iv' in value) || !('data' in value)) return false;
  return value.iv instanceof Uint8Array && value.iv.length === IV_BYTES && value.data instanceof ArrayBuffer;
}

/** Seals a credential for one namespace: moved to another, it cannot be opened. */
export async function seal(
  credential: DiscovrCredential,
  key: CryptoKey,
  namespace: string,
): Promise<SealedCredential> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt(
    cipher(iv, namespace),
    key,
    new TextEncoder().encode(JSON.stringify(credential)),
  );
  return { iv, data };
}

/** Opens a sealed credential. One of another key or namespace, or a damaged one, is treated as absent. */
export async function unseal(
  { iv, data }: SealedCredential,
  key: CryptoKey,
  namespace: string,
): Promise<DiscovrCredential | undefined> {
  try {
    const opened = await crypto.subtle.decrypt(cipher(iv, namespace), key, data);
    return readCredential(JSON.parse(new TextDecoder().decode(opened)));
  } catch {
    // The platform does not say which of these it was, and none can be cured.
    return undefined;
  }
}

function cipher(iv: Uint8Array<ArrayBuffer>, namespace: string): AesGcmParams {
  return { name: CIPHER, iv, additionalData: new TextEncoder().encode(namespace) };
}
