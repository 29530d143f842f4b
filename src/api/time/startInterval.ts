import { startTimer } from './startTimer.js';

/** Calls back again and again, each time after a delay in milliseconds. Returns the function that stops it. */
export function startInterval(callback: () => void, everyMs: number): () => void {
  let stop = startTimer(tick, everyMs);
  function tick() {
    // Started first, so that the callback can stop it.
    stop = startTimer(tick, everyMs);
    callback();
  }
  return () => stop();
}
