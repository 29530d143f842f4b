import type { DeviceClock } from '../deviceClock.js';
import { onOnline } from '../network.js';
import { Renewal } from '../tokens/renewal.js';
import type { SessionTokens } from '../tokens/sessionTokens.js';
import type { SignInState } from '../state/signInState.js';
import { TabChannel, type OpenChannel } from './tabChannel.js';
import { TabSharing } from './tabSharing.js';
import { documentVisibility, type Visibility } from '../visibility.js';

/** How a connection is made; the defaults are the browser's. */
export interface ConnectionEnvironment {
  readonly visibility?: Visibility | undefined;
  readonly openChannel?: OpenChannel | undefined;
  /** Waits, in milliseconds. */
  readonly sleep?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/** What {@link openConnection} needs from outside. */
export interface ConnectionOptions extends ConnectionEnvironment {
  /** Names what the tabs of this app share. */
  readonly namespace: string;
  readonly signIn: SignInState;
  readonly tokens: SessionTokens;
  readonly clock: DeviceClock;
  /** Whether a profile chosen in one tab is chosen in all. */
  readonly sharesProfile: boolean;
}

/** What goes on by itself while a client is connected: sharing with other tabs, and renewal. */
export interface Connection {
  readonly tabs: TabSharing;
  readonly renewal: Renewal;
  close(): void;
}

/** Shares with other tabs, looks at the store again when the page is shown again, and renews sessions that are in use. */
export function openConnection(options: ConnectionOptions): Connection {
  const { namespace, signIn, tokens, clock, openChannel, visibility = documentVisibility } = options;
  const tabs = new TabSharing({ ...options, channel: new TabChannel(namespace, openChannel) });
  const renewal = new Renewal({ tokens, clock, visibility });
  const undos = [
    tabs.start(),
    renewal.start(),
    onOnline(() => {
      tokens.retryNow();
      void signIn.readAgain();
    }),
    visibility.onChanged(() => {
      if (visibility.isVisible()) void signIn.readAgain();
    }),
  ];
  return { tabs, renewal, close: () => undos.forEach((undo) => undo()) };
}
