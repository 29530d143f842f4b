/** Returns the error for an aborted request: the reason of the signal, as with the native `fetch`. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('The request was aborted.', 'AbortError');
}

/** Returns a promise that settles like the given one, but rejects immediately when the signal aborts. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const rejectAborted = () => reject(abortReason(signal));
    if (signal.aborted) rejectAborted();
    signal.addEventListener('abort', rejectAborted, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', rejectAborted));
  });
}

/** Longest delay that `setTimeout` supports, in milliseconds. It fires immediately for longer delays. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** Waits for a number of milliseconds, at most 25 days. Rejects immediately when the signal aborts. */
export async function delay(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (!(milliseconds > 0)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const delayMs = Math.min(milliseconds, LONGEST_DELAY_MS);
    await untilAborted(new Promise<void>((resolve) => (timer = setTimeout(resolve, delayMs))), signal);
  } finally {
    clearTimeout(timer);
  }
}
