import type { CallOptions } from '../../api/http/transport.js';
import type { SignInResult } from '../signInResult.js';
import type { WebSignInEnvironment } from './webSignInEnvironment.js';

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
