import { isAbortError, isDiscovrError } from '../errors/discovrError.js';

/** Makes the error with which an aborted request rejects. */
export function abortError(message = 'The request was aborted.'): DOMException {
  return new DOMException(message, 'AbortError');
}

/** Rejects as soon as the signal aborts, whatever the promise does; what it gives later is ignored. */
export function raceAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const rejectAborted = () => reject(abortReason(signal));
    // Taken over in any case: a promise that rejects later on must not go unheard.
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', rejectAborted));
    if (signal.aborted) rejectAborted();
    else signal.addEventListener('abort', rejectAborted, { once: true });
  });
}

/** Why a signal aborted: an error of this library's own, such as the end of a deadline; for anything else an `AbortError`. */
export function abortReason(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return isDiscovrError(reason) || isAbortError(reason) ? reason : abortError();
}
