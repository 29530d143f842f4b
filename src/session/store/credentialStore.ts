import type { DiscovrCredential } from './credential.js';

/** Where a credential is kept between calls. Any object with these three methods will do. */
export interface CredentialStore {
  /** Gives what was kept; `undefined` or `null` when there is nothing. */
  get(): Promise<DiscovrCredential | null | undefined>;
  /** Keeps a credential in place of the former one. */
  set(credential: DiscovrCredential): Promise<void>;
  /** Forgets the credential. */
  clear(): Promise<void>;
}

/**
 * Keeps the credential in memory: it lives as long as the page does and is never at rest. The default.
 *
 * @param initial a credential that is there from the start.
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
