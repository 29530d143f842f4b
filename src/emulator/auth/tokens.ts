import { sign, verify } from 'hono/jwt';
import type { SessionTokenResponse } from '../../api/session.js';
import { Problem } from '../http/problem.js';
import { forgetPages } from '../pages/pages.js';
import { tasteOf } from '../pages/selectTitles.js';
import { randomHex } from '../random.js';
import type { EmulatorState, RefreshGrant, StoredSession } from '../types.js';

/** Lifetime of refresh tokens: 90 days. */
const REFRESH_TOKEN_LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

/** Default lifetime of session tokens: 30 minutes. */
export const SESSION_TOKEN_LIFETIME_MS = 30 * 60 * 1000;

/** Lifetime of device codes: ten minutes. The API reports it in milliseconds. */
export const DEVICE_CODE_LIFETIME_MS = 600_000;

/** Lifetime of authorization codes: one minute, because apps redeem them immediately. */
export const AUTHORIZATION_CODE_LIFETIME_MS = 60_000;

/** Converts milliseconds to the Unix seconds that the API uses for every `expiresAt`. */
function unixSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** Signs in another device of the account. */
export function issueRefreshToken(state: EmulatorState, refreshToken: string = `rt_${randomHex(48)}`): RefreshGrant {
  const grant: RefreshGrant = {
    refreshToken,
    publicId: state.makeIdentifier('publicId', 10),
    expiresAt: unixSeconds(state.now() + REFRESH_TOKEN_LIFETIME_MS),
  };
  state.grants.set(grant.refreshToken, grant);
  return grant;
}

/**
 * Returns the grant of a valid refresh token.
 *
 * @throws {Problem} TOKEN_INVALID when the token is unknown or revoked, TOKEN_EXPIRED when it has expired.
 */
export function readRefreshToken(state: EmulatorState, token: string): RefreshGrant {
  const grant = state.grants.get(token);
  if (!grant) throw new Problem('TOKEN_INVALID', 'The refresh token is unknown or revoked.');
  if (state.now() >= grant.expiresAt * 1000) throw new Problem('TOKEN_EXPIRED', 'The refresh token has expired.');
  return grant;
}

/** Name of the claim that holds the session id (inferred). */
const SESSION_ID_CLAIM = 'sid';

/** Maximum number of sessions kept with their pages, because a development server can run for weeks. */
const MAX_SESSIONS = 1000;

/** Mints a session for a profile, with a new id and a new snapshot of recommendations. */
export async function mintSession(state: EmulatorState, profileId: string): Promise<SessionTokenResponse> {
  const sessionId = state.makeIdentifier('session', 32);
  const issuedAt = unixSeconds(state.now());
  const expiresAt = unixSeconds(state.now() + state.sessionLifetimeMs);
  const taste = tasteOf(state, state.records.get(profileId));
  state.sessions.set(sessionId, { id: sessionId, profileId, taste, pageIds: new Set(), isExpired: false });
  forgetOldestSession(state);
  const claims = { profileId, [SESSION_ID_CLAIM]: sessionId, iat: issuedAt, exp: expiresAt };
  return { sessionToken: await sign(claims, state.secret, 'HS256'), sessionId, expiresAt };
}

/**
 * Returns the session of a valid session token.
 *
 * @throws {Problem} TOKEN_EXPIRED when the token or its session has expired, TOKEN_INVALID when the token cannot be
 * verified, or when its session is unknown or its profile was deleted.
 */
export async function readSessionToken(state: EmulatorState, token: string): Promise<StoredSession> {
  const claims = await verified(token, state.secret);
  const session = state.sessions.get(String(claims[SESSION_ID_CLAIM]));
  if (session?.isExpired || state.now() >= Number(claims['exp']) * 1000) {
    throw new Problem('TOKEN_EXPIRED', 'The session token has expired.');
  }
  if (!session) throw new Problem('TOKEN_INVALID', 'The session of the token is unknown.');
  // Deleting a profile ends its sessions (inferred).
  if (!state.profiles.some((profile) => profile.id === session.profileId)) {
    throw new Problem('TOKEN_INVALID', 'The profile of the session token was deleted.');
  }
  return session;
}

function forgetOldestSession(state: EmulatorState): void {
  const [oldest] = state.sessions.values();
  if (!oldest || state.sessions.size <= MAX_SESSIONS) return;
  forgetPages(state, oldest);
  state.sessions.delete(oldest.id);
}

async function verified(token: string, secret: string): Promise<Record<string, unknown>> {
  try {
    // Hono would verify times with the real clock, so `readSessionToken` verifies them with the emulator's clock.
    return await verify(token, secret, { alg: 'HS256', exp: false, iat: false, nbf: false });
  } catch {
    throw new Problem('TOKEN_INVALID', 'The session token cannot be verified.');
  }
}
