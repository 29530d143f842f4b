import type { DiscovrClient } from './DiscovrClient.js';

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

/** Names of the methods about rows and titles. An SDK may have any subset of them. */
export const titleMethods = [
  'getRows',
  'getRow',
  'getRowItems',
  'getMedia',
  'getMediaProfileMeta',
  'addLikedItem',
  'removeLikedItem',
  'getLikedItems',
  'addDislikedItem',
  'removeDislikedItem',
  'getDislikedItems',
  'addSuperLikedItem',
  'removeSuperLikedItem',
  'getSuperLikedItems',
  'addWatchlistItem',
  'removeWatchlistItem',
  'getWatchlistItems',
  'addHistoryItem',
  'patchHistoryItem',
  'getHistoryItems',
  'getHistoryItemsByMediaId',
  'removeHistoryItem',
  'addPlaybackItem',
  'patchPlaybackItem',
  'scrobble',
  'scrobbleSkip',
] as const satisfies readonly (keyof DiscovrClient)[];

/** Methods of {@link DiscovrClient} about rows and titles. Each returns a promise. */
export interface TitleMethods extends Pick<DiscovrClient, (typeof titleMethods)[number]> {}
