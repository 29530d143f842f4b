import type { SessionTokenResponse } from '../api/schemas/session.js';
import { RENEWAL_MARGIN_MS, SESSION_LIFETIME_MS } from './timing.js';

/** A session token in memory, with the time until which this device uses it. */
export interface SessionToken {
  readonly value: string;
  readonly profileId: string;
  readonly sessionId: string;
  /** The server's word, in Unix seconds. */
  readonly expiresAt: number;
  /** When to mint anew, in milliseconds of this device's own clock. */
  readonly usableUntil: number;
}

/**
 * Takes in a token that was minted just now. A lifetime that cannot be, because the device's clock is wrong, counts as
 * the documented 30 minutes from the moment of receipt; the server has the last word either way.
 */
export function receiveSessionToken(response: SessionTokenResponse, profileId: string, now: number): SessionToken {
  const { sessionToken, sessionId, expiresAt } = response;
  const told = expiresAt * 1000 - now;
  const lifetimeMs = told > 0 && told <= SESSION_LIFETIME_MS ? told : SESSION_LIFETIME_MS;
  // A lifetime shorter than the margin must still be used, or each call would mint.
  const usableUntil = now + Math.max(lifetimeMs - RENEWAL_MARGIN_MS, lifetimeMs / 2);
  return { value: sessionToken, profileId, sessionId, expiresAt, usableUntil };
}
