import type { CredentialStore } from '../session/store/credentialStore.js';
import type { SessionState } from '../session/state/sessionState.js';
import type { SessionSource } from './sessionSource/sessionSource.js';
import type { WebSignInOptions } from '../session/web/webSignInOptions.js';

/** Options of `DiscovrClient`. */
export interface DiscovrClientOptions {
  /**
   * Base URL of the API; a path of the app's own origin works for a proxy. It must be `https:`, or `http:` on this computer.
   * @default 'https://api.discovr.media'
   */
  basePath?: string | undefined;
  /**
   * Allows a `basePath` or `authorizeUrl` with `http:` on another computer, for televisions on a developer's network.
   * Tokens then travel unencrypted.
   * @default false
   */
  allowInsecureBasePath?: boolean | undefined;
  /**
   * Function through which every request goes.
   * @default the platform's `fetch`
   */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Where the credential is kept: a store, or a function that makes one for the namespace it is given. The namespace stands for
   * this client id at this `basePath`, so that what two apps keep on one origin stays apart.
   * @default memory, so that nothing is ever at rest
   */
  credentialStore?: CredentialStore | ((namespace: string) => CredentialStore) | undefined;
  /**
   * The app's own back end, where that keeps the refresh token, so that the browser never has it. In place of a
   * `credentialStore`.
   */
  sessionSource?: SessionSource | undefined;
  /**
   * Lets each tab have its own active profile. Otherwise choosing a profile in one tab switches all tabs of the app.
   * @default false
   */
  profilePerTab?: boolean | undefined;
  /**
   * One deadline, in milliseconds, over a call's attempts, the waits between them and the reading of the body.
   * @default 15000
   */
  timeoutMs?: number | undefined;
  /** How `signInWithPopup` and `signInWithWebAuth` reach Discovr's sign-in page. */
  webSignIn?: WebSignInOptions | undefined;
  /**
   * This device's clock, in milliseconds since 1970.
   * @default Date.now
   */
  now?: (() => number) | undefined;
}

/** What `DiscovrClient.onAuthStateChanged` tells. */
export interface AuthStateChange {
  readonly signedIn: boolean;
  /** The whole state, which also tells "not known yet" and an active profile apart. */
  readonly session: SessionState;
}

/** What `DiscovrClient.signOut` gives. */
export interface SignOutResult {
  /** Whether Discovr has revoked the sign-in; where it could not be reached, that is tried again while the page lives. */
  readonly revoked: boolean;
}
