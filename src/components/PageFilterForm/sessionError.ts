import type { DiscovrError } from '../../api/errors/discovrError.js';

/** Returns whether an error can mean that no user is signed in or that no profile is active. */
export function isSessionError({ code }: DiscovrError): boolean {
  return /^(NOT_SIGNED_IN|NO_ACTIVE_PROFILE|TOKEN_INVALID|TOKEN_EXPIRED)$/.test(code);
}
