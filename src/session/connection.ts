import type { DeviceClock } from './clock.js';
import type { Platform } from '../platform/platform.js';
import type { Trace } from '../shared/trace.js';
import type { Minting } from './tokenCalls.js';
import { Renewal } from './renewal.js';
import type { SessionTokens } from './tokens.js';
import type { SignInState } from './signInState.js';
import { TabChannel } from './tabChannel.js';
import { createTokenHolders, TabSharing } from './tabs.js';

export interface ConnectionOptions {
  readonly platform: Platform;
  readonly trace: Trace;
  /** Namespace of the app; names the channel that its tabs share. */
  readonly namespace: string;
  readonly signIn: SignInState;
  readonly tokens: SessionTokens;
  readonly clock: DeviceClock;
  /** Whether a profile selected in one tab becomes active in all tabs. */
  readonly sharesProfile: boolean;
  /** Loads the code that gets session tokens. */
  readonly minting: () => Promise<Pick<Minting, 'renew' | 'retryNow'>>;
  /** Waits for a number of milliseconds. */
  readonly sleep?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/** Background work of a connected client: sharing with other tabs, and renewing the session. */
export interface Connection {
  readonly tabs: TabSharing;
  readonly renewal: Renewal;
  close(): void;
}

/**
 * Shares the session with other tabs, reads the store again when the page becomes visible or the device is online
 * again, and renews sessions that are in use.
 */
export function openConnection(options: ConnectionOptions): Connection {
  const { platform, namespace, signIn, tokens, clock, minting } = options;
  const { visibility, online } = platform;
  const holders = createTokenHolders(options);
  const tabs = new TabSharing({ ...options, holders, channel: new TabChannel(namespace, options) });
  const renewal = new Renewal({
    tokens,
    clock,
    visibility,
    renew: async (token) => (await minting()).renew(token),
  });
  const undos = [
    tabs.start(),
    holders.start(),
    renewal.start(),
    online.onChanged(() => {
      if (!online.isOnline()) return;
      minting().then(
        (loaded) => loaded.retryNow(),
        () => undefined,
      );
      void signIn.readAgain();
    }),
    visibility.onChanged(() => {
      if (visibility.isVisible()) void signIn.readAgain();
    }),
  ];
  return { tabs, renewal, close: () => undos.forEach((undo) => undo()) };
}
