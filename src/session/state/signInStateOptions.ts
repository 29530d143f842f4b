import type { CredentialStore } from '../store/credentialStore.js';
import type { ProfileMemory } from './profileMemory.js';

/** What `SignInState` needs from outside. */
export interface SignInStateOptions {
  readonly store: CredentialStore;
  /**
   * How long the store may take for an answer, in milliseconds.
   * @default 2000
   */
  readonly timeoutMs?: number | undefined;
  /** Remembers the profile of this tab alone; without it the stored profile is every tab's. */
  readonly ownProfile?: ProfileMemory | undefined;
}
