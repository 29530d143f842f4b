import { startTimer } from './startTimer.js';

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
