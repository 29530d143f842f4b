import { isDiscovrError, type DiscovrError } from './discovrError.js';

/** Tells whether a failure may be gone at the next attempt: no network, a time-out, too many requests, an outage. */
export function isPassingFault(error: unknown): error is DiscovrError {
  if (!isDiscovrError(error)) return false;
  const { code, status = 0 } = error;
  if (code === 'BAD_RESPONSE') return false;
  return code === 'NETWORK_ERROR' || status === 408 || status === 429 || status >= 500;
}
