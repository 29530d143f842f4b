import { abortReason } from '../../api/http/abort.js';
import { DiscovrError } from '../../api/errors/discovrError.js';
import { authorizationUrl, type AuthorizationResponse } from '../../api/webSignInEndpoints.js';
import { assertCanBegin } from './assertCanBegin.js';
import { pendingSignIns, type PendingSignIns } from './pendingSignIns.js';
import { createSignInProof } from './pkce.js';
import { signInPageUrl, redeemResponse, type WebSignInContext } from './redeemResponse.js';
import { returnPath } from './returnPath.js';
import type { CompletedWebSignIn } from './webSignInOptions.js';

/** Options of {@link beginRedirect}. */
interface BeginRedirectOptions {
  readonly redirectUri: string;
  readonly returnTo?: string | undefined;
}

/**
 * Stores what is needed to check the response later, and navigates to the sign-in page.
 *
 * @throws {DiscovrError} `AUTH_FAILED` when the sign-in cannot begin.
 */
export async function beginRedirect(
  context: WebSignInContext,
  { redirectUri, returnTo }: BeginRedirectOptions,
  signal: AbortSignal,
): Promise<void> {
  const { clientId, environment } = context;
  assertCanBegin(environment, redirectUri, 'redirect');
  const authorizeUrl = signInPageUrl(context);
  const { state, codeVerifier, codeChallenge } = await createSignInProof(environment.crypto());
  if (signal.aborted) throw abortReason(signal);
  pendingOf(context).add(state, { codeVerifier, redirectUri, returnTo: returnPath(returnTo, redirectUri) });
  const request = { clientId, redirectUri, state, codeChallenge, responseMode: 'query' } as const;
  environment.goTo(authorizationUrl(authorizeUrl, request));
}

/**
 * Completes a redirect with the response of the sign-in page.
 *
 * @throws {DiscovrError} `AUTH_FAILED` when this tab did not begin the sign-in, or when the sign-in began more than ten
 * minutes ago or was completed before; the errors of {@link redeemResponse}.
 */
export async function completeRedirect(
  context: WebSignInContext,
  response: AuthorizationResponse,
  signal: AbortSignal,
): Promise<CompletedWebSignIn> {
  // Removed first, so that a response cannot be used a second time, even if the next steps fail.
  const pending = pendingOf(context).take(response.state);
  if (!pending) {
    throw new DiscovrError(
      'AUTH_FAILED',
      'The response in this URL does not belong to a sign-in begun in this tab within the last 10 minutes. Begin the ' +
        'sign-in again, and remove the response from the URL of the page after use.',
    );
  }
  const { kept } = await redeemResponse(context, response, pending, signal);
  const returnTo = returnPath(pending.returnTo, pending.redirectUri);
  return { kept, ...(returnTo !== undefined && { returnTo }) };
}

function pendingOf({ basePath, clientId, environment, now }: WebSignInContext): PendingSignIns {
  return pendingSignIns({ basePath, clientId, now, storage: () => environment.storage() });
}
