import { DiscovrError, isAbortError, isDiscovrError } from '../api/errors/discovrError.js';
import { filterSpecSchema } from '../filters/filterSpec.js';

/**
 * Converts an error of another client to a {@link DiscovrError}. Errors of the official SDK carry `code` and `message`.
 * An `AbortError` is returned unchanged.
 */
export function toDiscovrError(error: unknown): unknown {
  if (isDiscovrError(error) || isAbortError(error)) return error;
  const facts: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const message = error instanceof Error ? error.message : 'The Discovr SDK failed without an error message.';
  const code = facts['code'];
  const status = facts['status'];
  const filters = filterSpecSchema.safeParse(facts['pageLevelFilters']);
  return new DiscovrError(typeof code === 'string' ? code : 'UNKNOWN', message, {
    ...(typeof status === 'number' && { status }),
    ...(filters.success && { pageLevelFilters: filters.data }),
    cause: error,
  });
}
