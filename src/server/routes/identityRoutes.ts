import * as z from 'zod/mini';
import { isDiscovrError, isTemporaryFailure } from '../../shared/errors.js';
import { startDeadline } from '../../shared/time.js';
import type { IdentityApi } from '../../api/profiles.js';
import { deviceCodeLifetimeMs } from '../../session/clock.js';
import { isTokenRefusal } from '../../session/sessionState.js';
import { notSignedIn, Refusal } from '../refusal.js';
import { withoutTokens, type ServerParts } from '../serverParts.js';
import { UPSTREAM_TIMEOUT_MS } from '../serverSettings.js';
import type { Visitor } from '../session/browser.js';
import { decoded, requestBody, type Route, type Visit } from './route.js';

/** Header with the id of the session that the browser can no longer use. */
const REPLACES_HEADER = 'x-discovr-replaces';

/** Header with the id of the sign-in that the browser ends. */
const SIGN_IN_HEADER = 'x-discovr-sign-in';

/**
 * How long a response that deletes the cookies of the sign-in waits for the API, in milliseconds: too short for the
 * user to sign in again, even at another process.
 */
const SIGN_OUT_TIMEOUT_MS = 2_000;

const text = z.string().check(z.minLength(1));
// A lone surrogate cannot be encoded.
const idSchema = text.check(z.maxLength(256), z.regex(/^\P{Surrogate}*$/u));
const mintSchema = z.object({ profileId: idSchema });
const createSchema = z.object({ name: z.string(), avatarUrl: z.string() });
const updateSchema = z.object({ name: z.optional(z.string()), avatarUrl: z.optional(z.string()) });

/** The identity endpoints: the sign-in of the browser, its sessions and profiles, and the sign-in by code. */
export const identityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sign-in',
    async handle({ browser }) {
      const visitor = await browser.read();
      if (!visitor) return Response.json({ signIn: null });
      const { publicId, profileId } = visitor;
      return Response.json({ signIn: { publicId, ...(profileId !== undefined && { profileId }) } });
    },
  },
  { method: 'POST', path: '/auth/session-token', handle: mint },
  { method: 'DELETE', path: '/auth/session', handle: signOut },
  { method: 'GET', path: '/profiles', handle: (visit, parts) => forUser(visit, parts, (api) => api.getProfiles()) },
  {
    method: 'POST',
    path: '/profiles',
    async handle(visit, parts) {
      const payload = await requestBody(visit.request, createSchema);
      return forUser(visit, parts, (api) => api.createProfile(payload));
    },
  },
  {
    method: 'GET',
    path: '/profiles/*',
    handle: (visit, parts) => forUser(visit, parts, (api) => api.getProfile(visit.id)),
  },
  {
    method: 'PATCH',
    path: '/profiles/*',
    async handle(visit, parts) {
      const { name, avatarUrl } = await requestBody(visit.request, updateSchema);
      const payload = { ...(name !== undefined && { name }), ...(avatarUrl !== undefined && { avatarUrl }) };
      return forUser(visit, parts, (api) => api.updateProfile(visit.id, payload));
    },
  },
  {
    method: 'DELETE',
    path: '/profiles/*',
    handle: (visit, parts) =>
      forUser(visit, parts, async (api, visitor) => {
        const answer = await api.deleteProfile(visit.id);
        if (visitor.profileId === visit.id) await visit.browser.forgetProfile(visitor);
        return answer;
      }),
  },
  { method: 'POST', path: '/auth/device-codes', handle: requestCode },
  { method: 'POST', path: '/auth/device-codes/*/poll', handle: pollCode },
];

function forUser(
  { browser }: Visit,
  { upstream }: ServerParts,
  call: (api: IdentityApi, visitor: Visitor) => Promise<unknown>,
): Promise<Response> {
  return browser.whileSignedIn(async (visitor) => {
    const { refreshToken } = visitor.signIn;
    const answer = await call(upstream.identityApi(refreshToken), visitor);
    return Response.json(withoutTokens(answer ?? {}, refreshToken));
  });
}

async function mint({ request, browser }: Visit, { settings }: ServerParts): Promise<Response> {
  const { profileId } = await requestBody(request, mintSchema);
  const replaces = request.headers.get(REPLACES_HEADER) ?? undefined;
  return browser.whileSignedIn(async (visitor) => {
    try {
      const session = await browser.session(visitor, { profileId, replaces });
      const { sessionToken, sessionId, expiresAt, endsAt } = session;
      return Response.json({ sessionToken, sessionId, expiresAt, remainingMs: endsAt - settings.now() });
    } catch (error) {
      // The profile was deleted, so it must not become active after a reload.
      if (isDiscovrError(error) && error.status === 404 && visitor.profileId === profileId) {
        await browser.forgetProfile(visitor);
      }
      throw error;
    }
  });
}

/**
 * Signs the user out in this browser, even if the API is slow or cannot be reached. The refresh token is then kept in a
 * cookie of its own, so that the browser's next attempt can revoke it. Such an attempt does not end a later sign-in.
 */
async function signOut({ request, browser }: Visit, { upstream }: ServerParts): Promise<Response> {
  const wanted = request.headers.get(SIGN_IN_HEADER);
  const current = await browser.readNewest();
  const visitor = wanted === null || current?.publicId === decoded(wanted) ? current : undefined;
  const signIn = visitor?.signIn ?? (await browser.forRevocation());
  if (visitor || !current) browser.signOut();
  if (!signIn) throw notSignedIn();
  const newest = await signIn.signOut(visitor?.profileId);
  const deadline = startDeadline(visitor ? SIGN_OUT_TIMEOUT_MS : UPSTREAM_TIMEOUT_MS);
  try {
    const { revoked } = await deadline.race(upstream.identityApi(newest.refreshToken).signOutSession());
    if (!visitor) browser.cookies.clear('signOut');
    return Response.json({ revoked });
  } catch (error) {
    if (isTokenRefusal(error)) {
      if (!visitor) browser.cookies.clear('signOut');
    } else if (isTemporaryFailure(error)) await browser.keepForRevocation(newest);
    throw error;
  } finally {
    deadline.release();
    // The browser may have received the cookies of its next sign-in while the API was slow.
    if (visitor && (await visitor.signIn.isFollowed())) browser.cookies.discardSignIn();
  }
}

/**
 * Requests a code. The device code in the response is encrypted: with the real one, a script on the page could fetch
 * the refresh token from the API. The body of the request is not read, because the server knows its client id.
 */
async function requestCode({ url }: Visit, { settings, sealer, upstream }: ServerParts): Promise<Response> {
  const qrSize = qrSizeOf(url.searchParams.get('size'));
  const issued = await upstream.publicApi.requestDeviceCode({ clientID: settings.clientId }, { qrSize });
  const { deviceCode, userCode, authQRCode, expiresIn } = issued;
  const sealed = await sealer.seal('device', deviceCode, deviceCodeLifetimeMs(expiresIn));
  return Response.json({ deviceCode: sealed, userCode: withoutTokens(userCode), authQRCode, expiresIn });
}

function qrSizeOf(size: string | null): number | undefined {
  if (size === null) return undefined;
  if (/^\d{3,4}$/.test(size) && Number(size) <= 1000) return Number(size);
  throw new Refusal(400, 'VALIDATION_FAILED', 'The size must be a whole number from 100 to 1000.');
}

async function pollCode({ id, browser }: Visit, { sealer, upstream }: ServerParts): Promise<Response> {
  const deviceCode = await sealer.open('device', id, text);
  if (!deviceCode) throw new Refusal(401, 'TOKEN_EXPIRED', 'This code is unknown or has expired.');
  const answer = await upstream.publicApi.pollDeviceCode(deviceCode);
  if (answer.refreshToken === undefined) {
    const { status } = answer;
    const isPlain = /^[a-z_]{1,32}$/.test(status) && status !== 'approved';
    return Response.json({ status: isPlain ? status : 'pending' });
  }
  const visitor = await browser.begin(answer);
  return Response.json({ status: 'approved', publicId: visitor.publicId });
}
