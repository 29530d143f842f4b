/** What a request rejects with once its signal has aborted: the signal's own reason, as `fetch` does. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('The request was aborted.', 'AbortError');
}

/** Follows a promise until the signal aborts; then it rejects at once, whatever the promise does. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const rejectAborted = () => reject(abortReason(signal));
    if (signal.aborted) rejectAborted();
    signal.addEventListener('abort', rejectAborted, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', rejectAborted));
  });
}

/** The longest delay that the platform's timers take, in milliseconds. They fire at once for a longer one. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** Waits for 25 days at most, or rejects at once when the signal aborts. */
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
