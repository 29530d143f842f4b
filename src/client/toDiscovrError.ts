import { DiscovrError, isAbortError, isDiscovrError } from '../api/errors/discovrError.js';
import type { FilterSpec } from '../filters/filterSpec.js';

const NO_MESSAGE = 'The Discovr SDK or the back end of the app failed without an error message.';

/**
 * Converts an error from code outside this library to a {@link DiscovrError}. Errors of the official SDK have `code`
 * and `message`. An `AbortError` is returned unchanged.
 *
 * @param pageLevelFilters filters of the error, validated (see `readPageLevelFilters`).
 */
export function toDiscovrError(error: unknown, pageLevelFilters?: FilterSpec): unknown {
  if (isDiscovrError(error) || isAbortError(error)) return error;
  const facts: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const message = error instanceof Error ? error.message : NO_MESSAGE;
  const code = facts['code'];
  const status = facts['status'];
  return new DiscovrError(typeof code === 'string' ? code : 'UNKNOWN', message, {
    ...(typeof status === 'number' && { status }),
    ...(pageLevelFilters && { pageLevelFilters }),
    cause: error,
  });
}
