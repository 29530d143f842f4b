import type { EmulatorState, RefreshGrant } from '../types.js';
import { REFRESH_TOKEN_LIFETIME_MS, unixSeconds } from './lifetimes.js';
import { Problem } from '../http/problem.js';
import { randomHex } from '../random.js';

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
