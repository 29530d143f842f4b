import { DiscovrError } from '../../api/errors/discovrError.js';

/** Makes the error for a person who is signed in, but only until the page is left. */
export function notKept(cause: unknown): DiscovrError {
  return new DiscovrError(
    'SIGN_IN_NOT_KEPT',
    'The credential store did not keep the sign-in, so the person has to sign in again after the page is left. Free ' +
      'storage, or pass another credentialStore.',
    { cause },
  );
}

/** Makes the error for a person who is signed out, but whose credential may still be in the store. */
export function notForgotten(cause: unknown): DiscovrError {
  return new DiscovrError(
    'SIGN_IN_NOT_FORGOTTEN',
    'The person is signed out, but the credential store did not forget the sign-in. Call signOut() again to retry.',
    { cause },
  );
}
