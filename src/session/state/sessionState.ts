import type { DiscovrCredential } from '../store/credential.js';

/**
 * Who is there. Nothing else is in it, so that a renewed session re-renders nobody.
 *
 * - `unknown`: on the server, and until the credential store has been read
 * - `signedOut`: nobody; `reason` tells why, where there was somebody before
 * - `signedIn`: a person without a chosen profile
 * - `active`: a person browsing with a profile
 */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signedOut'; readonly reason?: SignedOutReason }
  | { readonly status: 'signedIn' }
  | { readonly status: 'active'; readonly profileId: string };

/** Why somebody is no longer signed in: by own wish, refused by the server, or by a wish in another tab. */
export type SignedOutReason = 'signOut' | 'refused' | 'otherTab';

/** The state of the server render and of the time before the store is read. One object, so that it compares equal. */
export const UNKNOWN_SESSION: SessionState = { status: 'unknown' };

/** Id of the chosen profile, or `undefined` where there is none. */
export function profileIdOf(state: SessionState): string | undefined {
  return state.status === 'active' ? state.profileId : undefined;
}

/** Tells whether two states say the same, so that equal state never notifies. */
export function areSessionsEqual(a: SessionState, b: SessionState): boolean {
  const reasonOf = (state: SessionState) => (state.status === 'signedOut' ? state.reason : undefined);
  return a.status === b.status && profileIdOf(a) === profileIdOf(b) && reasonOf(a) === reasonOf(b);
}

/** The state a credential stands for, or the absence of one. */
export function sessionStateOf(
  credential: DiscovrCredential | undefined,
  reason: SignedOutReason | undefined,
): SessionState {
  if (credential?.profileId) return { status: 'active', profileId: credential.profileId };
  if (credential) return { status: 'signedIn' };
  return reason ? { status: 'signedOut', reason } : { status: 'signedOut' };
}
