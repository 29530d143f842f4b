import { SIGN_IN_CHANNEL } from './backEndReport.js';
import { openPopup, pageUrl, type SignInPopup } from './openPopup.js';

/** A message that the page received. */
export interface ReceivedMessage {
  readonly origin: string;
  /** The window that posted it; `null` when it is already closed. */
  readonly source: unknown;
  readonly data: unknown;
}

/** A report that a sign-in at the app's back end has ended. */
export interface SignInReport {
  readonly type?: unknown;
  /** Code of the error; `null` when the user is signed in. */
  readonly error?: unknown;
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
  /**
   * Calls the listener with each report that a sign-in at the app's back end has ended. Returns a function that removes
   * it. Any site can cause a report.
   */
  onReport(listener: (report: SignInReport | null | undefined) => void): () => void;
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
  onReport(listener) {
    // Without this channel, the client asks the back end when the popup is closed.
    if (typeof BroadcastChannel === 'undefined') return () => undefined;
    const channel = new BroadcastChannel(SIGN_IN_CHANNEL);
    channel.addEventListener('message', ({ data }: MessageEvent<SignInReport | null>) => listener(data));
    return () => channel.close();
  },
  hasFocus: () => document.hasFocus(),
  storage: () => window.sessionStorage,
  crypto: () => globalThis.crypto,
};
