import { isDiscovrError } from '../../api/errors/discovrError.js';

const TOKEN_CODES = ['TOKEN_INVALID', 'TOKEN_EXPIRED'];

/**
 * Tells whether an endpoint said that the token itself is no longer good: a 401 with one of the token codes, or
 * without a readable code, which the transport reads as `TOKEN_INVALID`. A 403, an outage or no network is no refusal.
 */
export function isTokenRefusal(error: unknown): boolean {
  return isDiscovrError(error) && error.status === 401 && TOKEN_CODES.includes(error.code);
}
