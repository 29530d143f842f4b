import { abortError, abortReason, raceAbort } from './abort.js';
import { DiscovrError } from '../errors/discovrError.js';
import { startTimer } from '../time/startTimer.js';

/** A span of time over several steps, which also ends when the caller gives up. */
export interface Deadline {
  /** Aborts when time is up or the caller's signal aborts. */
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  remainingMs(): number;
  /** Settles as the promise does, or rejects when the deadline ends first. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** Stops the clock and lets go of the caller's signal. */
  release(): void;
}

/**
 * Starts a deadline. Made by hand, since `AbortSignal.any` is missing on the oldest supported browsers.
 *
 * Its signal's reason is a `NETWORK_ERROR` when time ran out, and the caller's own reason when the caller gave up.
 */
export function startDeadline(timeoutMs: number, parent?: AbortSignal): Deadline {
  const controller = new AbortController();
  const startedAt = performance.now();
  const abortWithParent = () => controller.abort(parent ? abortReason(parent) : abortError());
  const stopTimer = startTimer(
    () => controller.abort(new DiscovrError('NETWORK_ERROR', `Discovr did not answer within ${timeoutMs} ms.`)),
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
