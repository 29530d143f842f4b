import type { ConnectionEnvironment } from './tabs/connection.js';
import type { CredentialStore } from './store/credentialStore.js';
import type { Lifetime } from './lifetime.js';
import type { DeviceClock } from './deviceClock.js';
import type { MintLock } from './tokens/mintLock.js';
import type { TokenServer } from './tokens/tokenServer.js';

/** What `DiscovrAuth` needs from outside. */
export interface DiscovrAuthOptions {
  /** Names what the tabs of this app share. */
  readonly namespace: string;
  readonly store: CredentialStore;
  /**
   * How long the store may take for an answer, in milliseconds.
   * @default 2000
   */
  readonly storeTimeoutMs?: number | undefined;
  readonly server: TokenServer;
  /** Its end ends everything here: nothing is heard of afterwards, and calls in flight reject. */
  readonly lifetime: Lifetime;
  /** Whether each tab has its own active profile. */
  readonly profilePerTab: boolean;
  readonly clock: DeviceClock;
  readonly lock?: MintLock;
  readonly environment?: ConnectionEnvironment;
}
