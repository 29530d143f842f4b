import { openPopup, pageUrl, type SignInPopup } from './openPopup.js';

/** A message that the page received. */
export interface ReceivedMessage {
  readonly origin: string;
  /** The window that posted it; `null` when it is already closed. */
  readonly source: unknown;
  readonly data: unknown;
}

/** Browser functions that the web sign-in uses. Tests, and environments other than browsers, can replace them. */
export interface WebSignInEnvironment {
  /** Returns the URL of the page, or an empty string when there is no page. */
  pageUrl(): string;
  /** Opens a blank popup for the sign-in. Returns `null` when the browser blocks it. */
  openPopup(): SignInPopup | null;
  /** Navigates to another URL. */
  goTo(url: string): void;
  /** Calls the listener with each message posted to the page. Returns a function that removes it. */
  onMessage(listener: (message: ReceivedMessage) => void): () => void;
  /** Whether the page has the focus. */
  hasFocus(): boolean;
  /** Returns the storage that keeps a redirect's data until the user returns. Throws if storage is blocked. */
  storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Returns the source of random values and hashes. */
  crypto(): Pick<Crypto, 'getRandomValues' | 'subtle'>;
}

/** The environment of a real browser. */
export const browserEnvironment: WebSignInEnvironment = {
  pageUrl,
  openPopup,
  goTo: (url) => window.location.assign(url),
  onMessage(listener) {
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  },
  hasFocus: () => document.hasFocus(),
  storage: () => window.sessionStorage,
  crypto: () => globalThis.crypto,
};
