import { authorizationUrl } from '../api/webAuthEndpoints.js';
import { createSignInProof } from './pkce.js';
import { waitForAnswer } from './popupSignIn.js';
import { redeemAnswer, type WebAuthContext } from './redeemAnswer.js';
import { lookAt } from './signInWindow.js';
import type { SignInWindow } from './webAuthEnvironment.js';

/** Signs in through a window that is open already, since it must open inside the click and all this takes a while. */
export async function finishPopupSignIn(
  context: WebAuthContext,
  window: SignInWindow,
  { redirectUri, signal }: { readonly redirectUri: string; readonly signal: AbortSignal },
): Promise<void> {
  const { clientId, authorizeUrl, environment } = context;
  const { state, codeVerifier, codeChallenge } = await createSignInProof(environment.crypto());
  const { origin } = new URL(authorizeUrl);
  // Listened for before the page is asked for, so that no answer can be missed.
  const answer = waitForAnswer({ window, origin, state, environment, signal });
  if (lookAt(window) !== 'gone' && !signal.aborted) {
    const request = { clientId, redirectUri, state, codeChallenge, responseMode: 'web_message' } as const;
    window.location.replace(authorizationUrl(authorizeUrl, request));
  }
  await redeemAnswer(context, await answer, { codeVerifier, redirectUri }, signal);
}
