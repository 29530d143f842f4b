import type { DiscovrClient } from './DiscovrClient.js';

/** Members of `DiscovrClient` that only apps use. */
type ForApps =
  | 'ready'
  | 'dispose'
  | 'isSignedIn'
  | 'hasActiveProfile'
  | 'getActiveProfileId'
  | 'onAuthStateChanged'
  | 'pollDeviceCode'
  | 'adoptCredential'
  | 'refreshSignIn'
  | 'getProfile'
  | 'switchProfile'
  | 'iterateRows'
  | 'iterateItems'
  | 'identityApi'
  | 'sessionApi';

/** Methods that the adapter of the SDK does not pass on to the SDK. */
type OfAdapter =
  | 'clientId'
  | 'platform'
  | 'connect'
  | 'getSession'
  | 'onSessionChanged'
  | 'onSessionRefreshed'
  | 'onSignInNotKept'
  | 'signInWithPopup'
  | 'signInWithWebAuth'
  | 'completeWebSignIn'
  | 'signInWithDeviceCode';

/** Name of a method that the adapter of the SDK passes on to the SDK. */
export type SdkMethod = Exclude<keyof DiscovrClient, ForApps | OfAdapter>;

/**
 * Client that the React layer accepts: a {@link DiscovrClient}, which documents each method, or the official SDK behind
 * {@link adaptSdk}.
 */
export interface DiscovrClientLike extends Pick<DiscovrClient, SdkMethod | OfAdapter> {
  /**
   * Whether calls of a method reject with `NOT_SUPPORTED`, because the SDK lacks it. Only an adapted SDK has this
   * function.
   */
  readonly lacks?: ((method: SdkMethod | 'signInWithPopup') => boolean) | undefined;
}
