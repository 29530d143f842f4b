/** Milliseconds for which a page is waited for. */
const PATIENCE_MS = 3_000;

/** How many frames in a row must succeed: what is skipped while it is far away gets its real height a frame later. */
const STEADY_FRAMES = 3;

/** By any of these a person takes over. */
const TAKING_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Tries at once, and with each frame until it has succeeded for some frames, three seconds have passed, or the person scrolls or presses
 * something.
 *
 * @param onEnd hears whether it succeeded in the end; not after the undo.
 * @returns the undo.
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
    for (const type of TAKING_OVER) window.removeEventListener(type, handOver, true);
  };
  const handOver = () => {
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
  for (const type of TAKING_OVER) window.addEventListener(type, handOver, { capture: true, passive: true });
  step();
  return stop;
}
