import { isDiscovrError } from '../shared/errors.js';
import type { DiscovrCredential } from './credential.js';

/**
 * Whether a user is signed in, and with which profile. It holds nothing else, so that a renewed session re-renders
 * nothing.
 *
 * - `unknown`: during server rendering, and until the credential store has been read
 * - `signedOut`: no user is signed in; `reason` is set if a user was signed in before
 * - `signedIn`: a user is signed in, and no profile is active
 * - `active`: a user is signed in, and a profile is active
 */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signedOut'; readonly reason?: SignedOutReason }
  | { readonly status: 'signedIn' }
  | { readonly status: 'active'; readonly profileId: string };

/** Why the user is signed out: they signed out, the server refused the refresh token, or another tab signed out. */
export type SignedOutReason = 'signOut' | 'refused' | 'otherTab';

/** State during server rendering and until the store has been read. Always this object, so that nothing re-renders. */
export const UNKNOWN_SESSION: SessionState = { status: 'unknown' };

/** Returns the id of the active profile, or `undefined` if no profile is active. */
export function profileIdOf(state: SessionState): string | undefined {
  return state.status === 'active' ? state.profileId : undefined;
}

/** Whether a user is signed in, with or without an active profile. */
export function isSignedIn({ status }: SessionState): boolean {
  return status === 'signedIn' || status === 'active';
}

/** Whether two states are equal. Listeners are not notified of an equal state. */
export function areSessionsEqual(a: SessionState, b: SessionState): boolean {
  const reasonOf = (state: SessionState) => (state.status === 'signedOut' ? state.reason : undefined);
  return a.status === b.status && profileIdOf(a) === profileIdOf(b) && reasonOf(a) === reasonOf(b);
}

/** Returns the state for a credential, or for no credential. */
export function sessionStateOf(
  credential: DiscovrCredential | undefined,
  reason: SignedOutReason | undefined,
): SessionState {
  if (credential?.profileId) return { status: 'active', profileId: credential.profileId };
  if (credential) return { status: 'signedIn' };
  return reason ? { status: 'signedOut', reason } : { status: 'signedOut' };
}

const TOKEN_CODES = ['TOKEN_INVALID', 'TOKEN_EXPIRED'];

/**
 * Whether an endpoint rejected the token itself: a 401 with one of the token codes, or without a readable code, which
 * the transport reports as `TOKEN_INVALID`. A 403, an outage or a network error is not a refusal.
 */
export function isTokenRefusal(error: unknown): boolean {
  return isDiscovrError(error) && error.status === 401 && TOKEN_CODES.includes(error.code);
}
