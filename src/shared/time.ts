import { abortError, abortReason, abortWith, raceAbort } from './abort.js';
import { DiscovrError } from './errors.js';

/**
 * Waits for a delay in milliseconds. Unusual delays are handled as in {@link startTimer}. Rejects as soon as the signal
 * aborts.
 */
export function pause(delayMs: number, signal?: AbortSignal): Promise<undefined> {
  let stop: (() => void) | undefined;
  const isOver = new Promise<undefined>((resolve) => {
    stop = startTimer(() => resolve(undefined), delayMs);
  });
  return raceAbort(isOver, signal).finally(stop);
}

/** Longest delay that platform timers support, in milliseconds. For a longer delay they fire immediately. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/**
 * Calls back once after a delay in milliseconds. The delay may come from a server: a negative delay and `NaN` count as
 * 0, and a delay beyond the limit of platform timers is split. Returns a function that stops the timer.
 *
 * @param keepsProcess whether the timer keeps a Node process alive.
 */
export function startTimer(callback: () => void, delayMs: number, keepsProcess = true): () => void {
  let timer: ReturnType<typeof setTimeout> | number;
  const wait = (leftMs: number) => {
    const pieceMs = Math.min(leftMs, LONGEST_DELAY_MS);
    timer = setTimeout(() => (leftMs > pieceMs ? wait(leftMs - pieceMs) : callback()), pieceMs);
    if (!keepsProcess && typeof timer === 'object') timer.unref();
  };
  wait(delayMs > 0 ? delayMs : 0);
  return () => clearTimeout(timer);
}

/** Calls back repeatedly at an interval in milliseconds. Returns a function that stops it. */
export function startInterval(callback: () => void, everyMs: number): () => void {
  let stop = startTimer(tick, everyMs);
  function tick() {
    // The next timer starts first, so that the callback can stop it.
    stop = startTimer(tick, everyMs);
    callback();
  }
  return () => stop();
}

/** Time limit for several steps together. It also ends when the caller aborts. */
export interface Deadline {
  /** Aborts when the time is up or the caller's signal aborts. */
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  remainingMs(): number;
  /** Settles like the promise, or rejects if the deadline ends first. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** Ends the deadline early. Its signal aborts with this reason. */
  abort(reason: Error): void;
  /** Stops the timer and removes the listener from the caller's signal. */
  release(): void;
}

/**
 * Starts a deadline. The reason of its signal is a `NETWORK_ERROR` when the time is up, and the {@link abortReason} of
 * the caller's signal when the caller aborts. Does not use `AbortSignal.any`, which the oldest supported browsers lack.
 */
export function startDeadline(timeoutMs: number, parent?: AbortSignal): Deadline {
  const controller = new AbortController();
  const startedAt = performance.now();
  const abortWithParent = () => abortWith(controller, parent ? abortReason(parent) : abortError());
  const stopTimer = startTimer(
    () => abortWith(controller, new DiscovrError('NETWORK_ERROR', `Discovr did not respond within ${timeoutMs} ms.`)),
    timeoutMs,
  );
  if (parent?.aborted) abortWithParent();
  else parent?.addEventListener('abort', abortWithParent, { once: true });
  return {
    signal: controller.signal,
    remainingMs: () => timeoutMs - (performance.now() - startedAt),
    race: (promise) => raceAbort(promise, controller.signal),
    abort: (reason) => abortWith(controller, reason),
    release() {
      stopTimer();
      parent?.removeEventListener('abort', abortWithParent);
    },
  };
}
