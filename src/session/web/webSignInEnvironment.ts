import { openPopup, pageAddress, type SignInPopup } from './openPopup.js';

/** A message a window received. */
export interface ReceivedMessage {
  readonly origin: string;
  /** The window that posted it; `null` where it is gone already. */
  readonly source: unknown;
  readonly data: unknown;
}

/** What signing in by window or redirect needs of a browser. Tests and other hosts bring their own. */
export interface WebSignInEnvironment {
  /** Address of the page; empty where there is none. */
  pageAddress(): string;
  /** Opens a blank window of a size that suits a sign-in; `null` where the browser blocks it. */
  openPopup(): SignInPopup | null;
  /** Leaves the page for another address. */
  goTo(address: string): void;
  /** Hears the messages posted to the page. Returns the undo. */
  onMessage(listener: (message: ReceivedMessage) => void): () => void;
  /** Tells whether the page has the focus. */
  hasFocus(): boolean;
  /** Where a redirect is remembered while the page is away. May throw, where the person forbids it. */
  storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Source of random values and hashes. */
  crypto(): Pick<Crypto, 'getRandomValues' | 'subtle'>;
}

/** The browser's own. */
export const browserEnvironment: WebSignInEnvironment = {
  pageAddress,
  openPopup,
  goTo: (address) => window.location.assign(address),
  onMessage(listener) {
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  },
  hasFocus: () => document.hasFocus(),
  storage: () => window.sessionStorage,
  crypto: () => globalThis.crypto,
};
