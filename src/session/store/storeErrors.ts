import { DiscovrError } from '../../api/errors/discovrError.js';

/** Creates the error for a sign-in that the store could not keep: the user is signed in only until the page is left. */
export function notKept(cause: unknown): DiscovrError {
  return new DiscovrError(
    'SIGN_IN_NOT_KEPT',
    'The credential store did not keep the sign-in, so the user has to sign in again after leaving the page. Free ' +
      'storage, or pass another credentialStore.',
    { cause },
  );
}

/** Creates the error for a sign-out after which the credential may still be in the store. */
export function notForgotten(cause: unknown): DiscovrError {
  return new DiscovrError(
    'SIGN_IN_NOT_FORGOTTEN',
    'The user is signed out, but the credential store did not forget the sign-in. Call signOut() again to retry.',
    { cause },
  );
}
