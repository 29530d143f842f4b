import { DiscovrError } from '../../api/errors/discovrError.js';
import { authorizationUrl } from '../../api/webSignInEndpoints.js';
import { assertCanBegin } from './assertCanBegin.js';
import { createSignInProof } from './pkce.js';
import { waitForResponse } from './popupSignIn.js';
import { signInPageUrl, redeemResponse, type WebSignInContext } from './redeemResponse.js';
import type { SignInResult } from '../signInResult.js';
import { viewOfPopup } from './popupView.js';
import type { SignInPopup } from './openPopup.js';

/**
 * Signs in through a popup that is already open: browsers allow popups only during a click, and these steps are
 * asynchronous.
 *
 * @param window the popup; `null` when the browser blocked it, or it was not opened because `redirectUri` is invalid.
 * @throws {DiscovrError} `POPUP_BLOCKED` when there is no popup; the errors of {@link assertCanBegin},
 * {@link waitForResponse} and {@link redeemResponse}.
 */
export async function finishPopupSignIn(
  context: WebSignInContext,
  window: SignInPopup | null,
  redirectUri: string,
  signal: AbortSignal,
): Promise<SignInResult> {
  const { clientId, environment } = context;
  assertCanBegin(environment, redirectUri, 'popup');
  if (!window) throw popupBlocked();
  const authorizeUrl = signInPageUrl(context);
  const { state, codeVerifier, codeChallenge } = await createSignInProof(environment.crypto());
  const { origin } = new URL(authorizeUrl);
  // Begins to listen before the sign-in page loads, so that no response can be missed.
  const response = waitForResponse({ window, origin, state, environment, signal });
  if (viewOfPopup(window) !== 'gone' && !signal.aborted) {
    const request = { clientId, redirectUri, state, codeChallenge, responseMode: 'web_message' } as const;
    window.location.replace(authorizationUrl(authorizeUrl, request));
  }
  return redeemResponse(context, await response, { codeVerifier, redirectUri }, signal);
}

/** Returns the error for a popup that the browser blocked. */
export function popupBlocked(): DiscovrError {
  return new DiscovrError(
    'POPUP_BLOCKED',
    'The browser blocked the sign-in popup. Call signInWithPopup() as the first statement of a click handler, or ' +
      'offer signInWithWebAuth().',
  );
}
