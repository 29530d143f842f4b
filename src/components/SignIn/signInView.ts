import type { UseSignInResult } from '../../react/session/useSignIn.js';

/** What is shown: how far it has come, or the code for a phone. */
export type SignInView = UseSignInResult['status'] | 'phone';

/** Tells whether a person can begin, or begin anew, so that a phone can be offered. */
export function canBegin(view: SignInView): boolean {
  return ['idle', 'cancelled', 'blocked', 'failed'].includes(view);
}

/** The code for a phone stays until it tells itself that it was approved, though the session knows a moment before. */
export function viewOf({ status }: UseSignInResult, wantsPhone: boolean): SignInView {
  return wantsPhone && (canBegin(status) || status === 'signedIn') ? 'phone' : status;
}
