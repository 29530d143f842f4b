import type { Lifetime } from '../lifetime.js';
import type { CredentialStore } from '../store/credentialStore.js';
import type { ProfileMemory } from './profileMemory.js';

/** Options of `SignInState`. */
export interface SignInStateOptions {
  readonly store: CredentialStore;
  /** When it ends, the state stays unchanged and listeners are no longer called. */
  readonly lifetime: Lifetime;
  /**
   * How long one call to the store may take, in milliseconds.
   * @default 2000
   */
  readonly timeoutMs?: number | undefined;
  /** Remembers the profile of this tab only. Without it, all tabs use the stored profile. */
  readonly ownProfile?: ProfileMemory | undefined;
}
