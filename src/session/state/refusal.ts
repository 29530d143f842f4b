import { isDiscovrError } from '../../api/errors/discovrError.js';

const TOKEN_CODES = ['TOKEN_INVALID', 'TOKEN_EXPIRED'];

/**
 * Whether an endpoint rejected the token itself: a 401 with one of the token codes, or without a readable code, which
 * the transport reports as `TOKEN_INVALID`. A 403, an outage or a network error is not a refusal.
 */
export function isTokenRefusal(error: unknown): boolean {
  return isDiscovrError(error) && error.status === 401 && TOKEN_CODES.includes(error.code);
}
