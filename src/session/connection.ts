import type { Platform } from '../platform/platform.js';
import { profileIdOf } from './sessionState.js';
import type { SignInState } from './signInState.js';
import type { TabChannel } from './tabChannel.js';
import type { TokenCalls } from './tokenCalls.js';
import type { SessionTokens } from './tokens.js';

export interface ConnectionOptions {
  readonly platform: Pick<Platform, 'online' | 'visibility'>;
  readonly channel: TabChannel;
  readonly signIn: SignInState;
  readonly tokens: Pick<SessionTokens, 'current'>;
  /** Loads the code that gets session tokens and follows other tabs. */
  readonly tokenCalls: () => Promise<Pick<TokenCalls, 'minting'>>;
}

/**
 * Opens the channel to other tabs, and reads the store again when the page becomes visible or the device is online again.
 * If this tab has no session, requests one from other tabs. Returns a function that stops this.
 */
export function openConnection({ platform, channel, signIn, tokens, tokenCalls }: ConnectionOptions): () => void {
  const { visibility, online } = platform;
  let isOpen = true;
  channel.open();
  // Asks before the code of the calls has loaded, so that a mint does not have to wait for the replies.
  void signIn.ready().then(() => {
    if (isOpen && !tokens.current) channel.ask({ user: signIn.user, profileId: profileIdOf(signIn.state) });
  });
  tokenCalls().catch(() => undefined);
  const undos = [
    () => channel.close(),
    online.onChanged(() => {
      if (!online.isOnline()) return;
      tokenCalls().then(
        ({ minting }) => minting.retryNow(),
        () => undefined,
      );
      void signIn.readAgain();
    }),
    visibility.onChanged(() => {
      if (visibility.isVisible()) void signIn.readAgain();
    }),
  ];
  return () => {
    isOpen = false;
    undos.forEach((undo) => undo());
  };
}
