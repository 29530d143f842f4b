/** Maximum time to wait for a page, in milliseconds. */
const PATIENCE_MS = 3_000;

/**
 * Number of consecutive frames in which the attempt must succeed, because content that was skipped by
 * `content-visibility` gets its real height one frame later.
 */
const STEADY_FRAMES = 3;

/** User input that ends the attempts. */
const USER_INPUT = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Runs an attempt immediately and on each frame until it has succeeded for several consecutive frames, three seconds
 * have passed, or the user scrolls, clicks or presses a key.
 *
 * @param onEnd called with whether the last attempt succeeded. Not called after a cancellation.
 * @returns a function that cancels the attempts.
 */
export function keepTrying(
  attempt: () => boolean,
  onEnd: (hasSucceeded: boolean) => void = () => undefined,
): () => void {
  const start = performance.now();
  let steady = 0;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    for (const type of USER_INPUT) window.removeEventListener(type, end, true);
  };
  const end = () => {
    stop();
    onEnd(steady > 0);
  };
  const step = () => {
    steady = attempt() ? steady + 1 : 0;
    if (steady < STEADY_FRAMES && performance.now() - start < PATIENCE_MS) {
      frame = requestAnimationFrame(step);
      return;
    }
    stop();
    onEnd(steady > 0);
  };
  for (const type of USER_INPUT) window.addEventListener(type, end, { capture: true, passive: true });
  step();
  return stop;
}
