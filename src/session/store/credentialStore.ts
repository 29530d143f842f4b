import type { DiscovrCredential } from './credential.js';

/** Storage for a credential: any object with these three methods. */
export interface CredentialStore {
  /** Resolves with the stored credential, or with `undefined` or `null` when the store is empty. */
  get(): Promise<DiscovrCredential | null | undefined>;
  /** Stores a credential and replaces the previous one. */
  set(credential: DiscovrCredential): Promise<void>;
  /** Removes the credential. */
  clear(): Promise<void>;
}

/**
 * Creates a store that keeps the credential in memory until the page is left, and never writes it to disk. The default.
 *
 * @param initial credential that the store contains from the start.
 */
export function memoryCredentialStore(initial?: DiscovrCredential): CredentialStore {
  let kept = initial;
  return {
    get: async () => kept,
    set: async (credential) => {
      kept = credential;
    },
    clear: async () => {
      kept = undefined;
    },
  };
}
