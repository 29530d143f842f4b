import { abortReason, raceAbort } from '../api/http/abort.js';
import { DiscovrError } from '../api/errors/discovrError.js';
import { toDiscovrError } from './toDiscovrError.js';

/**
 * Calls code that is not this library's: an SDK, or the app's own back end. It may throw, hang or ignore the signal.
 * Rejects with a `DiscovrError`, or with an `AbortError` as soon as the signal aborts.
 */
export async function foreignCall<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal?.aborted) throw abortReason(signal);
  try {
    // A promise around it, since the call may throw before it gives one.
    return await raceAbort(new Promise<T>((resolve) => resolve(call())), signal);
  } catch (error) {
    throw toDiscovrError(error);
  }
}

/**
 * Reads what foreign code answered, which may be anything.
 *
 * @param read gives `undefined`, or throws, when the answer cannot be read.
 * @throws {DiscovrError} `BAD_RESPONSE` in both cases.
 */
export function readForeign<T>(name: string, read: () => T | undefined): T {
  let cause: unknown;
  try {
    const value = read();
    if (value !== undefined) return value;
  } catch (error) {
    cause = error;
  }
  throw new DiscovrError('BAD_RESPONSE', `${name}() answered with something that cannot be read.`, { cause });
}
