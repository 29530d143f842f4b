import { abortError, abortReason, abortWith, raceAbort } from './abort.js';
import { DiscovrError } from '../errors/discovrError.js';
import { startTimer } from '../time/startTimer.js';

/** Time limit for several steps together. It also ends when the caller aborts. */
export interface Deadline {
  /** Aborts when the time is up or the caller's signal aborts. */
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  remainingMs(): number;
  /** Settles like the promise, or rejects if the deadline ends first. */
  race<T>(promise: Promise<T>): Promise<T>;
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
    release() {
      stopTimer();
      parent?.removeEventListener('abort', abortWithParent);
    },
  };
}
