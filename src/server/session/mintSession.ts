import type { SessionTokenResponse } from '../../api/session.js';
import { SESSION_LIFETIME_MS } from '../../session/clock.js';
import type { ServerSettings } from '../serverSettings.js';
import type { Upstream } from '../upstream/upstream.js';
import type { Mint } from './mintTable.js';
import { MARGIN_MS } from './mintTiming.js';
import { userHash } from './userHash.js';

/** Mints a session at the API. */
export async function mintSession(
  settings: ServerSettings,
  upstream: Upstream,
  refreshToken: string,
  profileId: string,
): Promise<Mint> {
  const { now } = settings;
  const response = await upstream.identityApi(refreshToken).mintSessionToken({ profileId });
  const { sessionToken, sessionId, expiresAt } = response;
  const nextRefreshToken = nextTokenOf(response, refreshToken);
  const user = await userHash(settings, nextRefreshToken ?? refreshToken);
  const reportedMs = expiresAt * 1000 - now();
  // An impossible lifetime means that one of the clocks is wrong. One within the margin would cause a mint per request.
  const isPossible = reportedMs > MARGIN_MS && reportedMs <= SESSION_LIFETIME_MS;
  const endsAt = now() + (isPossible ? reportedMs : SESSION_LIFETIME_MS);
  return { session: { user, profileId, sessionToken, sessionId, expiresAt, endsAt }, nextRefreshToken };
}

/** Returns the refresh token that replaces the one of the request, if the API sent one (inferred). */
function nextTokenOf(response: SessionTokenResponse, current: string): string | undefined {
  const refreshToken = 'refreshToken' in response ? response.refreshToken : undefined;
  return typeof refreshToken === 'string' && /^rt_[\w.~+/=-]+$/.test(refreshToken) && refreshToken !== current
    ? refreshToken
    : undefined;
}
