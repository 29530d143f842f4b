import { DiscovrError, isAbortError, isDiscovrError } from '../api/errors/discovrError.js';
import { filterSpecSchema } from '../filters/filterSpec.js';

/**
 * Makes a {@link DiscovrError} of what another client threw: the official SDK's errors carry `code` and `message`.
 * An `AbortError` stays as it is.
 */
export function toDiscovrError(error: unknown): unknown {
  if (isDiscovrError(error) || isAbortError(error)) return error;
  const facts: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const message = error instanceof Error ? error.message : 'The Discovr SDK failed without saying why.';
  const code = facts['code'];
  const status = facts['status'];
  const filters = filterSpecSchema.safeParse(facts['pageLevelFilters']);
  return new DiscovrError(typeof code === 'string' ? code : 'UNKNOWN', message, {
    ...(typeof status === 'number' && { status }),
    ...(filters.success && { pageLevelFilters: filters.data }),
    cause: error,
  });
}
