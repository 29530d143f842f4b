import type { FilterSpec } from '../filters/filterSpec.js';
import { abortReason, raceAbort } from '../shared/abort.js';
import { DiscovrError, isAbortError, isDiscovrError } from '../shared/errors.js';

/**
 * Calls code from outside this library, such as an SDK or the app's back end, which may throw, hang or ignore the
 * signal. Rejects with a `DiscovrError`, or with an `AbortError` as soon as the signal aborts.
 */
export async function foreignCall<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal?.aborted) throw abortReason(signal);
  try {
    // Wrapped in a promise, because the call may throw synchronously.
    return await raceAbort(new Promise<T>((resolve) => resolve(call())), signal);
  } catch (error) {
    throw toDiscovrError(error, await readPageLevelFilters(error));
  }
}

/**
 * Reads the filters of an outdated page from an error of the SDK. Returns `undefined` when there are none, when they are
 * unreadable, and when the code that validates them cannot be loaded.
 */
async function readPageLevelFilters(error: unknown): Promise<FilterSpec | undefined> {
  if (typeof error !== 'object' || error === null || !('pageLevelFilters' in error)) return undefined;
  const schemas = await import('../filters/filterSpec.js').catch(() => undefined);
  return schemas?.filterSpecSchema.safeParse(error.pageLevelFilters).data;
}

/**
 * Reads the result of a call to code outside this library. The result may be of any type.
 *
 * @param name name of the method that was called, for the error message.
 * @param read returns `undefined` or throws when the result is unreadable.
 * @throws {DiscovrError} `BAD_RESPONSE` when the result is unreadable.
 */
export function readForeign<T>(name: string, read: () => T | undefined): T {
  let cause: unknown;
  try {
    const value = read();
    if (value !== undefined) return value;
  } catch (error) {
    cause = error;
  }
  throw new DiscovrError('BAD_RESPONSE', `${name}() returned a result that cannot be read.`, { cause });
}

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
