import type { DiscovrClient } from './DiscovrClient.js';
import type { TitleMethods } from './titles/titleMethods.js';

/** Methods of every client. */
type Basics = Pick<
  DiscovrClient,
  'getSession' | 'onSessionChanged' | 'onSessionRefreshed' | 'connect' | 'createPage' | 'getPage'
>;

/** Methods that a client may lack. */
type Capabilities = Pick<
  DiscovrClient,
  | 'onSignInNotKept'
  | 'signInWithPopup'
  | 'signInWithWebAuth'
  | 'completeWebSignIn'
  | 'signInWithDeviceCode'
  | 'signOut'
  | 'getProfiles'
  | 'createProfile'
  | 'updateProfile'
  | 'deleteProfile'
  | 'selectProfile'
  | 'getProfileImages'
  | 'searchGifs'
> &
  TitleMethods;

/**
 * Client that the React layer accepts: a {@link DiscovrClient}, or the official SDK behind {@link adaptSdk}. Hooks and
 * drop-ins that need an optional method report an error when the client lacks it. {@link DiscovrClient} documents each
 * method.
 */
export interface DiscovrClientLike extends Basics, Partial<Capabilities> {}
