import type { CallOptions } from '../../api/transport.js';
import { CALLBACK_PARAMETERS, readCallback } from '../../api/webSignIn.js';
import type { Platform, SignInCrypto, Windows } from '../../platform/platform.js';
import type { KnownErrorCode } from '../../shared/errors.js';
import type { SignInResult } from '../credential.js';

/** Options of a client for its web sign-in by popup and redirect. */
export interface WebSignInOptions {
  /**
   * URL of Discovr's sign-in page.
   * @default '/authorize' below the base URL (inferred)
   */
  authorizeUrl?: string | undefined;
  /**
   * URL to which the sign-in page sends its response: HTTPS, or HTTP on this computer.
   * @default the URL of the current page, without query and fragment
   */
  redirectUri?: string | undefined;
  /**
   * Replaces browser functions, for tests and for environments other than browsers.
   * @default the functions of the browser
   */
  environment?: Partial<WebSignInEnvironment> | undefined;
}

/** Options of `DiscovrClient.signInWithPopup`. */
export interface SignInWithPopupOptions extends CallOptions {
  /**
   * URL that has the page's origin. The popup posts its response to that origin.
   * @default the `redirectUri` of the client
   */
  redirectUri?: string | undefined;
}

/** Options of `DiscovrClient.signInWithWebAuth`. */
export interface SignInWithWebAuthOptions extends CallOptions {
  /**
   * URL to which the user returns from the sign-in page.
   * @default the `redirectUri` of the client
   */
  redirectUri?: string | undefined;
  /**
   * Path to go to after the sign-in, such as the path the user came from. A URL of the app's origin is reduced to its
   * path; anything else, such as another origin or `//host`, is dropped.
   */
  returnTo?: string | undefined;
}

/** Result of a completed sign-in by redirect. */
export interface CompletedWebSignIn extends SignInResult {
  /** Path passed as `returnTo` when the sign-in began. Always on the app's origin, so it is safe to navigate to. */
  readonly returnTo?: string | undefined;
}

/** A report that a sign-in at the app's back end has ended. */
export interface SignInReport {
  readonly type?: unknown;
  /** Code of the error; `null` when the user is signed in. */
  readonly error?: unknown;
}

/** Browser functions that the web sign-in uses. Tests, and environments other than browsers, can replace them. */
export interface WebSignInEnvironment extends Windows {
  /** Returns the URL of the page, or an empty string when there is no page. */
  pageUrl(): string;
  /** Navigates to another URL. */
  goTo(url: string): void;
  /**
   * Calls the listener with each report that a sign-in at the app's back end has ended. Returns a function that removes
   * it. Any site can cause a report.
   */
  onReport(listener: (report: SignInReport | null | undefined) => void): () => void;
  /** Returns the storage that keeps a redirect's data until the user returns. Throws if storage is blocked. */
  storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Returns the source of random values and hashes. */
  crypto(): SignInCrypto;
}

/** Returns the environment of a platform. */
export function environmentOf({ address, goTo, storage, openChannel, windows }: Platform): WebSignInEnvironment {
  return {
    ...(windows ?? NO_WINDOWS),
    pageUrl: address,
    goTo,
    onReport(listener) {
      // Without this channel, the client asks the back end when the popup is closed.
      const channel = openChannel(SIGN_IN_CHANNEL);
      // Any code of this origin can post any value, so the listener checks the type of the report.
      channel?.addEventListener('message', ({ data }) => listener(data as SignInReport | null));
      return () => channel?.close();
    },
    storage: () => storage('visit'),
    crypto: () => globalThis.crypto,
  };
}

const NO_WINDOWS: Windows = { openPopup: () => null, onMessage: () => () => undefined, hasFocus: () => true };

/** Name of the `BroadcastChannel` on which the last page of a popup reports that the sign-in has ended. */
export const SIGN_IN_CHANNEL = 'discovr-sign-in';

/** Type of the report. */
export const SIGN_IN_REPORT = 'discovr:sign-in';

/** Query parameter of the URL to which the back end redirects after a sign-in that failed. */
export const ERROR_PARAMETER = 'discovr-error';

/** Why a sign-in at the back end failed. */
export type BackEndSignInFailure = Extract<KnownErrorCode, 'USER_CANCELLED' | 'NETWORK_ERROR' | 'AUTH_FAILED'>;

/**
 * Requires HTTPS, or HTTP on this computer, so that no code is sent unencrypted over the network. Allows no fragment,
 * and only visible ASCII characters: the URL parser silently drops or encodes all others, which results in another URL.
 */
const REDIRECT_URI = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?([/?]|$))[!-"$-~]*$/i;

/** Whether a sign-in page may send its response to a URL. */
export function isRedirectUri(url: string): boolean {
  return REDIRECT_URI.test(url);
}

/** Whether a URL has the origin of the page: a sign-in popup can post its response only to that origin. */
export function isOfOrigin(url: string, pageUrl: string): boolean {
  return `${url}/`.startsWith(`${new URL(pageUrl).origin}/`);
}

/**
 * Returns the URL that receives the response: from the call, from the client's options, or the URL of the page without
 * query and fragment.
 */
export function redirectUriOf(
  given: string | undefined,
  options: WebSignInOptions,
  { pageUrl }: Pick<WebSignInEnvironment, 'pageUrl'>,
): string {
  return given ?? options.redirectUri ?? pageUrl().replace(/[?#].*$/, '');
}

/** Whether a URL is that of a page to which the sign-in page or the app's back end redirected after a sign-in. */
export function isCallback(url: string): boolean {
  return readCallback(url) !== undefined || new URL(url).searchParams.has(ERROR_PARAMETER);
}

/** Removes the result of a sign-in from a URL, for the address bar. */
export function withoutCallback(callback: string): string {
  const url = new URL(callback);
  const names = readCallback(callback) ? CALLBACK_PARAMETERS : [];
  for (const name of [...names, ERROR_PARAMETER]) url.searchParams.delete(name);
  return url.href;
}
