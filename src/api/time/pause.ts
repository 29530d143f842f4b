import { raceAbort } from '../http/abort.js';
import { startTimer } from './startTimer.js';

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
