import type { Lifetime } from '../lifetime.js';
import type { CredentialStore } from '../store/credentialStore.js';
import type { ProfileMemory } from './profileMemory.js';

/** Options of `SignInState`. */
export interface SignInStateOptions {
  readonly store: CredentialStore;
  /** When it ends, the state does not change again and no listener is called again. */
  readonly lifetime: Lifetime;
  /**
   * How long one call to the store may take, in milliseconds.
   * @default 2000
   */
  readonly timeoutMs?: number | undefined;
  /** Remembers the profile of this tab. If absent, all tabs use the profile in the store. */
  readonly ownProfile?: ProfileMemory | undefined;
}
