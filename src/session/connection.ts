import type { DeviceClock } from './clock.js';
import type { Platform } from '../platform/platform.js';
import type { Trace } from '../shared/trace.js';
import type { Minting } from './tokenCalls.js';
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
  readonly minting: () => Promise<Pick<Minting, 'retryNow'>>;
  /** Waits for a number of milliseconds. */
  readonly sleep?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/** Background work of a connected client. */
export interface Connection {
  readonly tabs: TabSharing;
  close(): void;
}

/** Shares the session with other tabs, and reads the store again when the page becomes visible or the device is online again. */
export function openConnection(options: ConnectionOptions): Connection {
  const { platform, namespace, signIn, minting } = options;
  const { visibility, online } = platform;
  const holders = createTokenHolders(options);
  const tabs = new TabSharing({ ...options, holders, channel: new TabChannel(namespace, options) });
  const undos = [
    tabs.start(),
    holders.start(),
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
  return { tabs, close: () => undos.forEach((undo) => undo()) };
}
