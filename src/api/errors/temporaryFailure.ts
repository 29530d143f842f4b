import { isDiscovrError, type DiscovrError } from './discovrError.js';

/** Whether a retry may succeed: after a network failure, a timeout, too many requests, or an outage. */
export function isTemporaryFailure(error: unknown): error is DiscovrError {
  if (!isDiscovrError(error)) return false;
  const { code, status = 0 } = error;
  if (code === 'BAD_RESPONSE') return false;
  return code === 'NETWORK_ERROR' || status === 408 || status === 429 || status >= 500;
}
