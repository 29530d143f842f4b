import type { CallOptions } from '../../api/http/transport.js';
import type { SignInResult } from '../signInResult.js';
import type { WebSignInEnvironment } from './webSignInEnvironment.js';

/** How a client signs in by window and by redirect. */
export interface WebSignInOptions {
  /**
   * Address of Discovr's sign-in page.
   * @default '/authorize' below the base URL (inferred)
   */
  authorizeUrl?: string | undefined;
  /**
   * Address to which the sign-in page answers: HTTPS, or HTTP on this computer.
   * @default the address of the page that signs in, without query and fragment
   */
  redirectUri?: string | undefined;
  /**
   * What is used of the browser, for tests and other hosts.
   * @default the browser's own
   */
  environment?: Partial<WebSignInEnvironment> | undefined;
}

/** Options of `DiscovrClient.signInWithPopup`. */
export interface SignInWithPopupOptions extends CallOptions {
  /**
   * An address of the page's own origin; the answer is posted to that origin.
   * @default the client's
   */
  redirectUri?: string | undefined;
}

/** Options of `DiscovrClient.signInWithWebAuth`. */
export interface SignInWithWebAuthOptions extends CallOptions {
  /**
   * Where the person comes back to.
   * @default the client's
   */
  redirectUri?: string | undefined;
  /**
   * Path of the app to return to, such as the one the person was on. An address of the app's own origin becomes a path;
   * anything else, such as another origin or `//host`, is dropped.
   */
  returnTo?: string | undefined;
}

/** A redirect that ended with a sign-in. */
export interface CompletedWebSignIn extends SignInResult {
  /** The path the redirect was begun with; always of the app's own origin, so it is safe to navigate to. */
  readonly returnTo?: string | undefined;
}
