import type { ConnectionEnvironment } from './tabs/connection.js';
import type { CredentialStore } from './store/credentialStore.js';
import type { Lifetime } from './lifetime.js';
import type { DeviceClock } from './deviceClock.js';
import type { MintLock } from './tokens/mintLock.js';
import type { TokenServer } from './tokens/tokenServer.js';

/** Options of `DiscovrAuth`. */
export interface DiscovrAuthOptions {
  /** Name of the database, channel and locks that the tabs of this app share. */
  readonly namespace: string;
  readonly store: CredentialStore;
  /**
   * How long one call to the store may take, in milliseconds.
   * @default 2000
   */
  readonly storeTimeoutMs?: number | undefined;
  readonly server: TokenServer;
  /** When it ends, pending calls reject and no listener is called again. */
  readonly lifetime: Lifetime;
  /** Whether each tab has its own active profile. */
  readonly profilePerTab: boolean;
  readonly clock: DeviceClock;
  readonly lock?: MintLock;
  readonly environment?: ConnectionEnvironment;
}
