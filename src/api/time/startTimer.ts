/** The longest delay that the platform's timers take, in milliseconds. They fire at once for a longer one. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/**
 * Calls back once, after a delay in milliseconds. The delay may come from a server: a negative one and `NaN` count as 0,
 * and a long one is waited for in pieces. Returns the function that stops the timer.
 *
 * @param keepsProcess whether Node stays alive for it.
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
