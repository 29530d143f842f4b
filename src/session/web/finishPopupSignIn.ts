import { DiscovrError } from '../../api/errors/discovrError.js';
import { authorizationUrl } from '../../api/webSignInEndpoints.js';
import { assertCanBegin } from './assertCanBegin.js';
import { createSignInProof } from './pkce.js';
import { waitForAnswer } from './popupSignIn.js';
import { addressOfSignInPage, redeemAnswer, type WebSignInContext } from './redeemAnswer.js';
import type { SignInResult } from '../signInResult.js';
import { viewOfPopup } from './popupView.js';
import type { SignInPopup } from './openPopup.js';

/**
 * Signs in through a window that is open already, since it must open inside the click and all this takes a while.
 *
 * @param window `null` where the browser blocked it, or where it would have been in vain.
 * @throws {DiscovrError} `POPUP_BLOCKED` where there is no window; what keeps a sign-in from beginning; how it ended.
 */
export async function finishPopupSignIn(
  context: WebSignInContext,
  window: SignInPopup | null,
  redirectUri: string,
  signal: AbortSignal,
): Promise<SignInResult> {
  const { clientId, environment } = context;
  assertCanBegin(environment, redirectUri, 'popup');
  if (!window) throw blocked();
  const authorizeUrl = addressOfSignInPage(context);
  const { state, codeVerifier, codeChallenge } = await createSignInProof(environment.crypto());
  const { origin } = new URL(authorizeUrl);
  // Listened for before the page is asked for, so that no answer can be missed.
  const answer = waitForAnswer({ window, origin, state, environment, signal });
  if (viewOfPopup(window) !== 'gone' && !signal.aborted) {
    const request = { clientId, redirectUri, state, codeChallenge, responseMode: 'web_message' } as const;
    window.location.replace(authorizationUrl(authorizeUrl, request));
  }
  return redeemAnswer(context, await answer, { codeVerifier, redirectUri }, signal);
}

function blocked(): DiscovrError {
  return new DiscovrError(
    'POPUP_BLOCKED',
    'The browser blocked the sign-in window. Call signInWithPopup() first thing in a click, or offer ' +
      'signInWithWebAuth().',
  );
}
