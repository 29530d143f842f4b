import type { DiscovrClient } from './DiscovrClient.js';
import type { TitleMethods } from './titles/titleMethods.js';

/** What every client has. */
type Basics = Pick<
  DiscovrClient,
  'getSession' | 'onSessionChanged' | 'onSessionRefreshed' | 'connect' | 'createPage' | 'getPage'
>;

/** What a client may lack. */
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
 * What the React layer needs of a client: a {@link DiscovrClient}, or the official SDK behind {@link adaptSdk}. Methods
 * that may be absent are capabilities: what stands on one says so where the client lacks it. {@link DiscovrClient}
 * documents each of them.
 */
export interface DiscovrClientLike extends Basics, Partial<Capabilities> {}
