import { DiscovrError } from '../../api/errors/discovrError.js';
import type { BackEndSignInFailure } from '../../session/web/backEndReport.js';

const MESSAGES: Record<BackEndSignInFailure, string> = {
  USER_CANCELLED: 'The user declined on the sign-in page.',
  NETWORK_ERROR: 'The back end of the app could not reach Discovr. Begin the sign-in again.',
  AUTH_FAILED: 'The sign-in at the back end of the app failed. Begin the sign-in again.',
};

/** Returns the error of a failed sign-in. The code comes from a URL that any site may have written. */
export function backEndSignInError(code: unknown): DiscovrError {
  const known =
    typeof code === 'string' && Object.hasOwn(MESSAGES, code) ? (code as BackEndSignInFailure) : 'AUTH_FAILED';
  return new DiscovrError(known, MESSAGES[known]);
}
