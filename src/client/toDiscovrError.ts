import { DiscovrError, isAbortError, isDiscovrError } from '../api/errors/discovrError.js';
import { filterSpecSchema } from '../filters/filterSpec.js';

const NO_MESSAGE = 'The Discovr SDK or the back end of the app failed without an error message.';

/**
 * Converts an error from code outside this library to a {@link DiscovrError}. Errors of the official SDK have `code`
 * and `message`. An `AbortError` is returned unchanged.
 */
export function toDiscovrError(error: unknown): unknown {
  if (isDiscovrError(error) || isAbortError(error)) return error;
  const facts: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const message = error instanceof Error ? error.message : NO_MESSAGE;
  const code = facts['code'];
  const status = facts['status'];
  const filters = filterSpecSchema.safeParse(facts['pageLevelFilters']);
  return new DiscovrError(typeof code === 'string' ? code : 'UNKNOWN', message, {
    ...(typeof status === 'number' && { status }),
    ...(filters.success && { pageLevelFilters: filters.data }),
    cause: error,
  });
}
