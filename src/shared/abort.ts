import { isAbortError, isDiscovrError } from './errors.js';

/** Creates the error with which an aborted request rejects. React Native has no `DOMException`. */
export function abortError(message = 'The request was aborted.'): Error {
  return globalThis.DOMException
    ? new DOMException(message, 'AbortError')
    : Object.assign(new Error(message), { name: 'AbortError' });
}

/** Reasons of aborted signals. Browsers before Chromium 98, as on televisions of 2023, do not keep them. */
const reasons = new WeakMap<AbortSignal, Error>();

/** Aborts with a reason that {@link abortReason} returns. */
export function abortWith(controller: AbortController, reason: Error): void {
  if (!controller.signal.aborted) reasons.set(controller.signal, reason);
  controller.abort(reason);
}

/** Settles like the promise, or rejects as soon as the signal aborts. A later result of the promise is ignored. */
export function raceAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const rejectAborted = () => reject(abortReason(signal));
    // Attached in every case: a promise that rejects later must not become an unhandled rejection.
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', rejectAborted));
    if (signal.aborted) rejectAborted();
    else signal.addEventListener('abort', rejectAborted, { once: true });
  });
}

/**
 * Returns the reason of an aborted signal: an error of this library, such as a timeout, or otherwise an `AbortError`.
 */
export function abortReason(signal: AbortSignal): Error {
  const reason: unknown = signal.reason ?? reasons.get(signal);
  return isDiscovrError(reason) || isAbortError(reason) ? reason : abortError();
}
