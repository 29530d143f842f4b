import { readCredential, type DiscovrCredential } from './credential.js';

const CIPHER = 'AES-GCM';
const KEY_BITS = 256;
/** Recommended length of the initialization vector for GCM. */
const IV_BYTES = 12;
const USAGES: readonly KeyUsage[] = ['encrypt', 'decrypt'];

/** An encrypted credential. */
export interface SealedCredential {
  /** Initialization vector, random for each encryption: reusing one with the same key would reveal the content. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Creates a key that can be used and stored but not exported. */
export function makeSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: CIPHER, length: KEY_BITS }, false, USAGES);
}

/** Whether a value is a non-exportable AES-GCM key that can encrypt and decrypt. */
export function isSealingKey(value: unknown): value is CryptoKey {
  if (!(value instanceof CryptoKey) || value.extractable || value.algorithm.name !== CIPHER) return false;
  return USAGES.every((usage) => value.usages.includes(usage));
}

/** Whether a value has the shape of a sealed credential. */
export function isSealed(value: unknown): value is SealedCredential {
  if (typeof value !== 'object' || value === null || !('iv' in value) || !('data' in value)) return false;
  return value.iv instanceof Uint8Array && value.iv.length === IV_BYTES && value.data instanceof ArrayBuffer;
}

/** Encrypts a credential for one namespace. It cannot be decrypted for another namespace. */
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

/** Decrypts a credential. Returns `undefined` if it was encrypted with another key or namespace, or is damaged. */
export async function unseal(
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
