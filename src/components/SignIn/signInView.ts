import type { UseSignInResult } from '../../react/session/useSignIn.js';

/** View of the sign-in: the state of the web sign-in, or the sign-in by code. */
export type SignInView = UseSignInResult['status'] | 'phone';

/** Whether the user can start a sign-in, so that sign-in by code can be offered. */
export function canBegin(view: SignInView): boolean {
  return ['idle', 'cancelled', 'blocked', 'failed'].includes(view);
}

/**
 * Returns the view to show. The view of the sign-in by code stays until the approval is reported, which happens shortly
 * after the session changes.
 */
export function viewOf({ status }: UseSignInResult, wantsPhone: boolean): SignInView {
  return wantsPhone && (canBegin(status) || status === 'signedIn') ? 'phone' : status;
}
