import { abortReason } from '../../api/http/abort.js';
import { DiscovrError } from '../../api/errors/discovrError.js';
import { authorizationUrl, type AuthorizationAnswer } from '../../api/webSignInEndpoints.js';
import { assertCanBegin } from './assertCanBegin.js';
import { pendingSignIns, type PendingSignIns } from './pendingSignIns.js';
import { createSignInProof } from './pkce.js';
import { addressOfSignInPage, redeemAnswer, type WebSignInContext } from './redeemAnswer.js';
import { returnPath } from './returnPath.js';
import type { CompletedWebSignIn } from './webSignInOptions.js';

/** How a redirect begins. */
interface BeginRedirectOptions {
  readonly redirectUri: string;
  readonly returnTo?: string | undefined;
}

/**
 * Remembers what the answer has to be proved with, and leaves the page for the sign-in page.
 *
 * @throws {DiscovrError} what keeps a sign-in from beginning, where something does.
 */
export async function beginRedirect(
  context: WebSignInContext,
  { redirectUri, returnTo }: BeginRedirectOptions,
  signal: AbortSignal,
): Promise<void> {
  const { clientId, environment } = context;
  assertCanBegin(environment, redirectUri, 'redirect');
  const authorizeUrl = addressOfSignInPage(context);
  const { state, codeVerifier, codeChallenge } = await createSignInProof(environment.crypto());
  if (signal.aborted) throw abortReason(signal);
  pendingOf(context).add(state, { codeVerifier, redirectUri, returnTo: returnPath(returnTo, redirectUri) });
  const request = { clientId, redirectUri, state, codeChallenge, responseMode: 'query' } as const;
  environment.goTo(authorizationUrl(authorizeUrl, request));
}

/**
 * Ends a redirect with what the sign-in page answered.
 *
 * @throws {DiscovrError} `AUTH_FAILED` where this tab began no such sign-in, or it was ended before or is too old.
 */
export async function completeRedirect(
  context: WebSignInContext,
  answer: AuthorizationAnswer,
  signal: AbortSignal,
): Promise<CompletedWebSignIn> {
  // Taken out at once, so that whatever happens next the same answer does nothing a second time.
  const pending = pendingOf(context).take(answer.state);
  if (!pending) {
    throw new DiscovrError(
      'AUTH_FAILED',
      'This address ends no sign-in that was begun in this tab within the last ten minutes. Begin again, and take the ' +
        'answer out of the page’s address once it was used.',
    );
  }
  const { kept } = await redeemAnswer(context, answer, pending, signal);
  const returnTo = returnPath(pending.returnTo, pending.redirectUri);
  return { kept, ...(returnTo !== undefined && { returnTo }) };
}

function pendingOf({ basePath, clientId, environment, now }: WebSignInContext): PendingSignIns {
  return pendingSignIns({ basePath, clientId, now, storage: () => environment.storage() });
}
