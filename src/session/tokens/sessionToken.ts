import type { SessionTokenResponse } from '../../api/schemas/session.js';
import type { DeviceClock, Moment } from '../deviceClock.js';
import { RENEWAL_MARGIN_MS, RENEWAL_WINDOW_MS, SESSION_LIFETIME_MS } from '../timing.js';

/** A session token as the tabs of one person share it. */
export interface SharedSessionToken {
  readonly value: string;
  readonly profileId: string;
  readonly sessionId: string;
  /** The server's word, in Unix seconds. */
  readonly expiresAt: number;
  /** For how long after its receipt calls may use it, in milliseconds. */
  readonly usableForMs: number;
  /** How long after its receipt one that is in use may be renewed, in milliseconds; a little different on each device. */
  readonly renewableAfterMs: number;
}

/** A session token in memory. */
export interface SessionToken extends SharedSessionToken {
  readonly receivedAt: Moment;
}

/**
 * Takes in a token that was minted just now. How long it lives is told by its own times, whatever the device's clock
 * shows; by that clock only where they are missing, and a lifetime that cannot be counts as the documented 30 minutes.
 * The server has the last word either way.
 */
export function receiveSessionToken(
  response: SessionTokenResponse,
  profileId: string,
  clock: DeviceClock,
): SessionToken {
  const { sessionToken, sessionId, expiresAt } = response;
  const told = lifetimeByClaims(sessionToken) ?? expiresAt * 1000 - clock.now();
  const lifetimeMs = told > 0 && told <= SESSION_LIFETIME_MS ? told : SESSION_LIFETIME_MS;
  // A lifetime shorter than the margin must still be used, or each call would mint.
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
 * When a token that is in use is renewed: somewhere in the last minutes before it may no longer be used, so that the
 * many whose tokens were minted together do not come back together.
 *
 * @param usableForMs milliseconds.
 * @param random from 0 up to 1.
 */
export function renewalMoment(usableForMs: number, random: number): number {
  return usableForMs - Math.min(RENEWAL_WINDOW_MS, usableForMs / 2) * (1 - random);
}

/** Tells which of two tokens of a profile was minted later; all tabs decide alike. */
export function isFresher(token: SharedSessionToken, than: SharedSessionToken): boolean {
  return token.expiresAt === than.expiresAt ? token.sessionId > than.sessionId : token.expiresAt > than.expiresAt;
}

/** Milliseconds between the token's own `iat` (inferred) and `exp`; both are of the server's clock. */
function lifetimeByClaims(jwt: string): number | undefined {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { iat, exp }: { iat?: unknown; exp?: unknown } = JSON.parse(atob(payload));
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1000 : undefined;
  } catch {
    // Not a JWT that can be read, which is the server's affair.
    return undefined;
  }
}
