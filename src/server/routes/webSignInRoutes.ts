import * as z from 'zod/mini';
import { isTemporaryFailure } from '../../shared/errors.js';
import { tolerant } from '../../api/reading.js';
import { authorizationUrl, readCallback } from '../../api/webSignIn.js';
import { shortHash } from '../../session/shortHash.js';
import { WEB_SIGN_IN_LIFETIME_MS } from '../../session/clock.js';
import {
  ERROR_PARAMETER,
  SIGN_IN_CHANNEL,
  SIGN_IN_REPORT,
  type BackEndSignInFailure,
} from '../../session/web/environment.js';
import { CODE_VERIFIER, createSignInProof } from '../../session/web/proof.js';
import { returnPath } from '../../session/web/redirect.js';
import { Refusal } from '../refusal.js';
import type { ServerParts } from '../serverParts.js';
import type { Route, Visit } from './route.js';

/** Longest path to return to, in characters, so that the cookies of unfinished sign-ins do not become too long. */
const MAX_RETURN_LENGTH = 400;

/** How many sign-ins a browser can begin before it finishes one, for example in several tabs. */
const MAX_PENDING = 3;

const pendingSchema = z.object({
  state: z.string(),
  codeVerifier: z.string().check(z.regex(CODE_VERIFIER)),
  /** Path of the app to which the sign-in leads. */
  returnTo: tolerant(z.string()),
  isPopup: z.boolean(),
  /** When the browser began it, in Unix milliseconds. */
  beganAt: z.number(),
});

/**
 * Web sign-in that the browser has begun. Only the server can read it. It can be used once, and has a cookie of its own,
 * so that tabs that begin at the same time do not overwrite each other's.
 */
type PendingSignIn = z.infer<typeof pendingSchema>;

/**
 * Script of the page at which a sign-in popup ends. It reports the end to all pages of the app, because the popup may be
 * cut off from the page that opened it, and closes the popup. Any site can open the page, so it reports nothing secret.
 */
const SCRIPT = `const error = new URLSearchParams(location.search).get('${ERROR_PARAMETER}');
const channel = new BroadcastChannel('${SIGN_IN_CHANNEL}');
channel.postMessage({ type: '${SIGN_IN_REPORT}', error: /^[A-Z_]{1,64}$/.test(error ?? '') ? error : null });
channel.close();
window.close();
`;

/**
 * The web sign-in, and the page at which its popup ends. All are navigations or files; the cookies of unfinished sign-ins
 * protect the callback. The page has no inline script, so a strict Content Security Policy allows it.
 */
export const webSignInRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in/redirect', isOpen: true, handle: begin },
  { method: 'GET', path: '/sign-in/callback', isOpen: true, handle: finish },
  {
    method: 'GET',
    path: '/sign-in/popup',
    isOpen: true,
    handle: (_visit, { settings: { mountPath } }) =>
      new Response(`<!doctype html><title>Discovr</title><script src="${mountPath}/sign-in/popup.js"></script>`, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
        },
      }),
  },
  {
    method: 'GET',
    path: '/sign-in/popup.js',
    isOpen: true,
    handle: () => new Response(SCRIPT, { headers: { 'content-type': 'text/javascript; charset=utf-8' } }),
  },
];

/**
 * Redirects the browser to the sign-in page.
 *
 * @throws {Refusal} 403 when no user has opened the URL. Otherwise, images of another page could fill the browser with
 * cookies.
 */
async function begin(visit: Visit, parts: ServerParts): Promise<Response> {
  const { request, url, origin } = visit;
  const header = (name: string) => request.headers.get(name) ?? '';
  const isPrefetch = `${header('sec-purpose')} ${header('purpose')}`.includes('prefetch');
  if (isPrefetch || !['document', ''].includes(header('sec-fetch-dest'))) {
    throw new Refusal(403, 'FORBIDDEN', 'A sign-in begins only when a user opens this URL.');
  }
  const { clientId, authorizeUrl, now } = parts.settings;
  const { state, codeVerifier, codeChallenge } = await createSignInProof(globalThis.crypto);
  const path = returnPath(url.searchParams.get('returnTo') ?? undefined, origin);
  const returnTo = path !== undefined && path.length <= MAX_RETURN_LENGTH ? path : undefined;
  const isPopup = url.searchParams.get('mode') === 'popup';
  await keepPending(visit, parts, { state, codeVerifier, returnTo, isPopup, beganAt: now() });
  const redirectUri = callbackUrl(visit, parts);
  return redirect(
    authorizationUrl(authorizeUrl, { clientId, redirectUri, state, codeChallenge, responseMode: 'query' }),
  );
}

/** Signs the user in with the response of the sign-in page, and redirects the browser back to the app. */
async function finish(visit: Visit, parts: ServerParts): Promise<Response> {
  const response = readCallback(visit.url.href);
  // A response that this browser did not request changes nothing.
  const pending = response && (await takePending(visit, parts, response.state));
  let failure: BackEndSignInFailure | undefined;
  if (!response || !pending) failure = 'AUTH_FAILED';
  else if ('code' in response) failure = await redeem(visit, parts, { ...pending, code: response.code });
  else failure = response.error === 'access_denied' ? 'USER_CANCELLED' : 'AUTH_FAILED';
  const path = pending?.isPopup ? `${parts.settings.mountPath}/sign-in/popup` : (pending?.returnTo ?? '/');
  const target = new URL(path, visit.origin);
  // The path may have the error of an earlier attempt. Without one, its query stays as the app wrote it.
  if (target.searchParams.has(ERROR_PARAMETER)) target.searchParams.delete(ERROR_PARAMETER);
  if (failure) target.searchParams.set(ERROR_PARAMETER, failure);
  return redirect(target.href);
}

/** Exchanges a code for a sign-in. Returns the code of the error if that fails. */
async function redeem(
  visit: Visit,
  parts: ServerParts,
  { code, codeVerifier }: { readonly code: string; readonly codeVerifier: string },
): Promise<BackEndSignInFailure | undefined> {
  const { settings, upstream } = parts;
  const payload = { code, codeVerifier, clientID: settings.clientId, redirectUri: callbackUrl(visit, parts) };
  try {
    await visit.browser.begin(await upstream.publicApi.redeemAuthorizationCode(payload));
    return undefined;
  } catch (error) {
    return isTemporaryFailure(error) ? 'NETWORK_ERROR' : 'AUTH_FAILED';
  }
}

/** Keeps an unfinished sign-in, and forgets the oldest if there are too many. */
async function keepPending(
  { browser: { cookies } }: Visit,
  { sealer }: ServerParts,
  pending: PendingSignIn,
): Promise<void> {
  const others = await Promise.all(
    cookies.states().map(async (kind) => {
      const other = await sealer.open('state', cookies.get(kind), pendingSchema);
      return { kind, beganAt: other?.beganAt ?? 0 };
    }),
  );
  others.sort((one, other) => other.beganAt - one.beganAt);
  for (const { kind } of others.slice(MAX_PENDING - 1)) cookies.clear(kind);
  const sealed = await sealer.seal('state', pending, WEB_SIGN_IN_LIFETIME_MS);
  cookies.set(`state-${shortHash(pending.state)}`, sealed, WEB_SIGN_IN_LIFETIME_MS / 1000);
}

/** Removes the unfinished sign-in with a state and returns it. Returns `undefined` if this browser did not begin it. */
async function takePending(
  { browser: { cookies } }: Visit,
  { sealer }: ServerParts,
  state: string,
): Promise<PendingSignIn | undefined> {
  const kind = `state-${shortHash(state)}` as const;
  const pending = await sealer.open('state', cookies.get(kind), pendingSchema);
  if (pending?.state !== state) return undefined;
  cookies.clear(kind);
  return pending;
}

function callbackUrl({ origin }: Visit, { settings }: ServerParts): string {
  return `${origin}${settings.mountPath}/sign-in/callback`;
}

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
