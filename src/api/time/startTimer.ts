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
