import * as z from 'zod/mini';
import { isDiscovrError, isTemporaryFailure } from '../../shared/errors.js';
import { startDeadline } from '../../shared/time.js';
import { notSignedIn } from '../http/refusal.js';
import { isTokenRefusal } from '../../session/sessionState.js';
import { requestBody } from '../http/requestBody.js';
import type { ServerParts } from '../serverParts.js';
import { whileSignedIn } from '../session/whileSignedIn.js';
import { UPSTREAM_TIMEOUT_MS } from '../upstream/upstream.js';
import { decoded, type Route, type Visit } from './route.js';

/** Header with the id of the session that the browser can no longer use. */
const REPLACES_HEADER = 'x-discovr-replaces';

/** Header with the id of the sign-in that the browser ends. */
const SIGN_IN_HEADER = 'x-discovr-sign-in';

/**
 * How long a response that deletes the cookies of the sign-in waits for the API, in milliseconds: too short for the
 * user to sign in again, even at another process.
 */
const SIGN_OUT_TIMEOUT_MS = 2_000;

// A lone surrogate cannot be encoded.
const idSchema = z.string().check(z.minLength(1), z.maxLength(256), z.regex(/^\P{Surrogate}*$/u));
const mintSchema = z.object({ profileId: idSchema });

/** The sign-in of the browser, and its sessions. */
export const sessionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sign-in',
    async handle({ cookies }, { signIns }) {
      const signIn = await signIns.read(cookies);
      if (!signIn) return Response.json({ signIn: null });
      const { publicId, profileId } = signIn;
      return Response.json({ signIn: { publicId, ...(profileId !== undefined && { profileId }) } });
    },
  },
  { method: 'POST', path: '/auth/session-token', handle: mint },
  { method: 'DELETE', path: '/auth/session', handle: signOut },
];

async function mint({ request, cookies }: Visit, parts: ServerParts): Promise<Response> {
  const { profileId } = await requestBody(request, mintSchema);
  const replaces = request.headers.get(REPLACES_HEADER) ?? undefined;
  return whileSignedIn(parts, cookies, async (signIn) => {
    try {
      const session = await parts.sessions.get(cookies, { signIn, profileId, replaces });
      const { sessionToken, sessionId, expiresAt, endsAt } = session;
      return Response.json({ sessionToken, sessionId, expiresAt, remainingMs: endsAt - parts.settings.now() });
    } catch (error) {
      // The profile was deleted, so it must not become active after a reload.
      if (isDiscovrError(error) && error.status === 404 && signIn.profileId === profileId) {
        await parts.signIns.keep(cookies, { ...signIn, profileId: undefined });
        cookies.clear('session');
      }
      throw error;
    }
  });
}

/**
 * Signs the user out in this browser, even if the API is slow or cannot be reached. The refresh token is then kept in a
 * cookie of its own, so that the browser's next attempt can revoke it. Such an attempt does not end a later sign-in.
 */
async function signOut({ request, cookies }: Visit, { signIns, sessions, upstream }: ServerParts): Promise<Response> {
  const wanted = request.headers.get(SIGN_IN_HEADER);
  const current = await signIns.readLatest(cookies);
  const signIn = wanted === null || current?.publicId === decoded(wanted) ? current : undefined;
  const refreshToken = signIn?.refreshToken ?? (await signIns.forRevocation(cookies));
  if (signIn || !current) signIns.end(cookies);
  if (!refreshToken) throw notSignedIn();
  const latest = await sessions.forget({ refreshToken, profileId: signIn?.profileId }, 'signOut');
  const deadline = startDeadline(signIn ? SIGN_OUT_TIMEOUT_MS : UPSTREAM_TIMEOUT_MS);
  try {
    const { revoked } = await deadline.race(upstream.identityApi(latest).signOutSession());
    if (!signIn) cookies.clear('signOut');
    return Response.json({ revoked });
  } catch (error) {
    if (isTokenRefusal(error)) {
      if (!signIn) cookies.clear('signOut');
    } else if (isTemporaryFailure(error)) await signIns.keepForRevocation(cookies, latest);
    throw error;
  } finally {
    deadline.release();
    // The browser may have received the cookies of its next sign-in while the API was slow.
    if (signIn && (await sessions.isFollowed(signIn))) cookies.discardSignIn();
  }
}
