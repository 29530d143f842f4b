import { perObject } from '../../messages/perObject.js';
import type { DiscovrError } from '../../shared/errors.js';
import { createObservers } from '../../shared/observers.js';

/** What failed: the name of the hook without `use`. `code` stands for code that is loaded later. */
export type DiscovrOperation =
  | 'addHistory'
  | 'addPlayback'
  | 'code'
  | 'createPage'
  | 'createProfile'
  | 'deleteProfile'
  | 'deviceSignIn'
  | 'gifSearch'
  | 'history'
  | 'keywordSearch'
  | 'listItems'
  | 'media'
  | 'mediaHistory'
  | 'mediaProfileMeta'
  | 'page'
  | 'patchHistory'
  | 'patchPlayback'
  | 'profileImages'
  | 'profiles'
  | 'removeHistory'
  | 'rowItems'
  | 'rows'
  | 'scrobble'
  | 'selectProfile'
  | 'signIn'
  | 'signOut'
  | 'updateList'
  | 'updateProfile';

/** A failure that a user could see. */
export interface DiscovrFailure {
  readonly error: DiscovrError;
  readonly operation: DiscovrOperation;
}

/** Called with each failure that a user could see. */
export type OnDiscovrError = (error: DiscovrError, details: { readonly operation: DiscovrOperation }) => void;

/** Maximum number of failures that are kept for the first listener. */
const MAX_KEPT = 10;

/** The failures of one client that are neither a query's nor a mutation's, such as those of a sign-in. */
class ClientFailures {
  readonly #listeners = createObservers<DiscovrFailure>();
  /** Failures before the first listener, whose code may still be loading. */
  #early: DiscovrFailure[] | undefined = [];

  add(listener: (failure: DiscovrFailure) => void): () => void {
    const remove = this.#listeners.add(listener);
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const failure of early) this.#listeners.notify(failure);
    return remove;
  }

  notify(failure: DiscovrFailure): void {
    this.#early = this.#early && [...this.#early, failure].slice(-MAX_KEPT);
    this.#listeners.notify(failure);
  }
}

/** Returns the failures of a client that are neither a query's nor a mutation's. */
export const failuresOf = perObject<object, ClientFailures>(() => new ClientFailures());
