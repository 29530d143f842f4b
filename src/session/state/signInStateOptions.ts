import type { Lifetime } from '../lifetime.js';
import type { CredentialStore } from '../store/credentialStore.js';
import type { ProfileMemory } from './profileMemory.js';

/** What `SignInState` needs from outside. */
export interface SignInStateOptions {
  readonly store: CredentialStore;
  /** At its end the state stays as it is, and nobody hears of it any more. */
  readonly lifetime: Lifetime;
  /**
   * How long the store may take for an answer, in milliseconds.
   * @default 2000
   */
  readonly timeoutMs?: number | undefined;
  /** Remembers the profile of this tab alone; without it the stored profile is every tab's. */
  readonly ownProfile?: ProfileMemory | undefined;
}
