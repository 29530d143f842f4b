import { isTemporaryFailure } from '../../shared/errors.js';
import { authorizationUrl, readCallback, type AuthorizationResponse } from '../../api/webSignIn.js';
import { ERROR_PARAMETER, type BackEndSignInFailure } from '../../session/web/environment.js';
import { createSignInProof } from '../../session/web/proof.js';
import { returnPath } from '../../session/web/redirect.js';
import { Refusal } from '../http/refusal.js';
import type { ServerParts } from '../serverParts.js';
import type { PendingSignIn } from '../session/pendingSignIns.js';
import type { Route, Visit } from './route.js';

/** Longest path to return to, in characters, so that the cookies of unfinished sign-ins do not become too long. */
const MAX_RETURN_LENGTH = 400;

/** The web sign-in. Both routes are navigations; the cookies of unfinished sign-ins protect the second. */
export const webSignInRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in/redirect', isOpen: true, handle: begin },
  { method: 'GET', path: '/sign-in/callback', isOpen: true, handle: finish },
];

/**
 * Redirects the browser to the sign-in page.
 *
 * @throws {Refusal} 403 when no user has opened the URL. Otherwise, images of another page could fill the browser with
 * cookies.
 */
async function begin(visit: Visit, { settings, pendingSignIns }: ServerParts): Promise<Response> {
  const { request, url, origin, cookies } = visit;
  const header = (name: string) => request.headers.get(name) ?? '';
  const isPrefetch = `${header('sec-purpose')} ${header('purpose')}`.includes('prefetch');
  if (isPrefetch || !['document', ''].includes(header('sec-fetch-dest'))) {
    throw new Refusal(403, 'FORBIDDEN', 'A sign-in begins only when a user opens this URL.');
  }
  const { state, codeVerifier, codeChallenge } = await createSignInProof(globalThis.crypto);
  const path = returnPath(url.searchParams.get('returnTo') ?? undefined, origin);
  const returnTo = path !== undefined && path.length <= MAX_RETURN_LENGTH ? path : undefined;
  const isPopup = url.searchParams.get('mode') === 'popup';
  await pendingSignIns.add(cookies, { state, codeVerifier, returnTo, isPopup });
  const { clientId, authorizeUrl } = settings;
  const redirectUri = callbackUrl(visit, settings);
  return redirect(
    authorizationUrl(authorizeUrl, { clientId, redirectUri, state, codeChallenge, responseMode: 'query' }),
  );
}

/** Signs the user in with the response of the sign-in page, and redirects the browser back to the app. */
async function finish(visit: Visit, parts: ServerParts): Promise<Response> {
  const response = readCallback(visit.url.href);
  // A response that this browser did not request changes nothing.
  const pending = response && (await parts.pendingSignIns.take(visit.cookies, response.state));
  const failure = response && pending ? await redeem(visit, parts, response, pending) : 'AUTH_FAILED';
  return backToApp(visit, parts, pending, failure);
}

/** Exchanges the code of a response for a sign-in. Returns the code of the error if that fails. */
async function redeem(
  visit: Visit,
  { settings, signIns, upstream }: ServerParts,
  response: AuthorizationResponse,
  { codeVerifier }: PendingSignIn,
): Promise<BackEndSignInFailure | undefined> {
  if (!('code' in response)) return response.error === 'access_denied' ? 'USER_CANCELLED' : 'AUTH_FAILED';
  const { code } = response;
  const redirectUri = callbackUrl(visit, settings);
  try {
    const payload = { code, codeVerifier, clientID: settings.clientId, redirectUri };
    await signIns.begin(visit.cookies, await upstream.publicApi.redeemAuthorizationCode(payload));
    return undefined;
  } catch (error) {
    return isTemporaryFailure(error) ? 'NETWORK_ERROR' : 'AUTH_FAILED';
  }
}

function backToApp(
  { origin }: Visit,
  { settings }: ServerParts,
  pending: PendingSignIn | undefined,
  failure: BackEndSignInFailure | undefined,
): Response {
  const path = pending?.isPopup ? `${settings.mountPath}/sign-in/popup` : (pending?.returnTo ?? '/');
  const target = new URL(path, origin);
  // The path may have the error of an earlier attempt.
  target.searchParams.delete(ERROR_PARAMETER);
  if (failure) target.searchParams.set(ERROR_PARAMETER, failure);
  return redirect(target.href);
}

function callbackUrl({ origin }: Visit, { mountPath }: ServerParts['settings']): string {
  return `${origin}${mountPath}/sign-in/callback`;
}

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
