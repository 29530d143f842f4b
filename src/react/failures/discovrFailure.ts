import type { DiscovrError } from '../../shared/errors.js';

/** What failed: the name of the hook without `use`. `code` stands for code that is loaded later. */
export type DiscovrOperation =
  | 'addHistory'
  | 'addPlayback'
  | 'code'
  | 'createPage'
  | 'createProfile'
  | 'deleteProfile'
  | 'deviceSignIn'
  | 'dislike'
  | 'gifSearch'
  | 'history'
  | 'keywordSearch'
  | 'like'
  | 'listItems'
  | 'media'
  | 'mediaHistory'
  | 'mediaProfileMeta'
  | 'page'
  | 'profileImages'
  | 'profiles'
  | 'removeHistory'
  | 'rowItems'
  | 'rows'
  | 'scrobble'
  | 'selectProfile'
  | 'setPlayback'
  | 'setProgress'
  | 'signIn'
  | 'signOut'
  | 'superLike'
  | 'updateProfile'
  | 'watchlist';

/** Details of a failure, passed with its error. */
export interface FailureDetails {
  readonly operation: DiscovrOperation;
}

/** A failure that a user could see. */
export interface DiscovrFailure extends FailureDetails {
  readonly error: DiscovrError;
}

/** Called with each failure that a user could see. */
export type OnDiscovrError = (error: DiscovrError, details: FailureDetails) => void;
