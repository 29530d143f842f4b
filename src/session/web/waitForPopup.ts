import { abortReason } from '../../api/http/abort.js';
import { DiscovrError } from '../../api/errors/discovrError.js';
import { startTimer } from '../../api/time/startTimer.js';
import { WEB_SIGN_IN_LIFETIME_MS } from '../timing.js';

/** Functions that end the wait for a popup. */
export interface PopupWait<T> {
  resolve(result: T): void;
  fail(error: unknown): void;
}

/**
 * Waits for the end of a sign-in in a popup.
 *
 * @param watch begins to watch the popup, and returns a function that stops. Must not end the wait before it returns.
 * @throws {DiscovrError} `AUTH_FAILED` when nothing has ended the wait within ten minutes.
 * @throws an `AbortError` when the signal aborts.
 */
export function waitForPopup<T>(signal: AbortSignal, watch: (wait: PopupWait<T>) => () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      stopWatching();
      stopLimit();
      signal.removeEventListener('abort', abort);
      settle();
    };
    const fail = (error: unknown) => end(() => reject(error));
    const abort = () => fail(abortReason(signal));
    const stopLimit = startTimer(() => fail(tooLate()), WEB_SIGN_IN_LIFETIME_MS);
    const stopWatching = watch({ resolve: (result) => end(() => resolve(result)), fail });
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}

function tooLate(): DiscovrError {
  return new DiscovrError(
    'AUTH_FAILED',
    'The sign-in popup was not completed within 10 minutes. Call signInWithPopup() again.',
  );
}
