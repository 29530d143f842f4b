import type { SessionTokenResponse } from '../api/session.js';
import { RENEWAL_MARGIN_MS, RENEWAL_WINDOW_MS, SESSION_LIFETIME_MS, type DeviceClock, type Moment } from './clock.js';

/** A session token in the form that the tabs of one user share. */
export interface SharedSessionToken {
  readonly value: string;
  readonly profileId: string;
  readonly sessionId: string;
  /** Expiry as the server reported it, in Unix seconds. */
  readonly expiresAt: number;
  /** How long calls may use it after its receipt, in milliseconds. */
  readonly usableForMs: number;
  /** Age at which it may be renewed if it is in use, in milliseconds; see {@link renewalMoment}. */
  readonly renewableAfterMs: number;
}

/** A session token in memory. */
export interface SessionToken extends SharedSessionToken {
  readonly receivedAt: Moment;
}

/**
 * Creates the token in memory from a response that has just arrived. Its lifetime is `remainingMs`, which only a back
 * end sends, or the difference between the token's `iat` and `exp`: neither depends on the device's clock. If both are
 * missing, it is `expiresAt` minus the device's clock. An impossible lifetime counts as the documented 30 minutes. The
 * server may refuse the token earlier.
 */
export function receiveSessionToken(
  response: SessionTokenResponse,
  profileId: string,
  clock: DeviceClock,
): SessionToken {
  const { sessionToken, sessionId, expiresAt, remainingMs } = response;
  const reportedMs = remainingMs ?? lifetimeByClaims(sessionToken) ?? expiresAt * 1000 - clock.now();
  const lifetimeMs = reportedMs > 0 && reportedMs <= SESSION_LIFETIME_MS ? reportedMs : SESSION_LIFETIME_MS;
  // A token with a lifetime shorter than the margin must still be used, or each call would mint.
  const usableForMs = Math.max(lifetimeMs - RENEWAL_MARGIN_MS, lifetimeMs / 2);
  const renewableAfterMs = renewalMoment(usableForMs, Math.random());
  return {
    value: sessionToken,
    profileId,
    sessionId,
    expiresAt,
    usableForMs,
    renewableAfterMs,
    receivedAt: clock.moment(),
  };
}

/**
 * Returns the age at which a token in use is renewed, in milliseconds. It is a random moment in the last minutes in
 * which calls may use the token, so that devices whose tokens were minted together do not all renew together.
 *
 * @param usableForMs how long calls may use the token, in milliseconds.
 * @param random random number from 0 to 1.
 */
export function renewalMoment(usableForMs: number, random: number): number {
  return usableForMs - Math.min(RENEWAL_WINDOW_MS, usableForMs / 2) * (1 - random);
}

/** Whether a token was minted later than another token of the profile. The result is the same in all tabs. */
export function isFresher(token: SharedSessionToken, than: SharedSessionToken): boolean {
  return token.expiresAt === than.expiresAt ? token.sessionId > than.sessionId : token.expiresAt > than.expiresAt;
}

/** Returns the milliseconds between the token's `iat` (inferred) and `exp`, both by the server's clock. */
export function lifetimeByClaims(jwt: string): number | undefined {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { iat, exp }: { iat?: unknown; exp?: unknown } = JSON.parse(atob(payload));
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1000 : undefined;
  } catch {
    // The server may send tokens that are not readable JWTs.
    return undefined;
  }
}
