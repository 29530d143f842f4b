/** Longest time for which the page is blocked at once, in milliseconds. */
const LONGEST_MS = 1_000;

/**
 * Makes each key and each frame take as long as on a slower processor: measures the handlers of a key, and the animation
 * callbacks, style and layout of a frame, and then blocks the page for the rest of the time. Other tasks, such as those
 * of responses, keep their speed. The developer tools slow down everything.
 *
 * @param factor 1 for full speed.
 * @returns a function that stops it.
 */
export function slowDown(factor: number): () => void {
  if (!(factor > 1)) return () => undefined;
  const { port1, port2 } = new MessageChannel();
  let measuredUntil = 0;
  // A message is handled after the current task, and after the frame if one is being rendered.
  const measure = () => port2.postMessage(performance.now());
  port1.addEventListener('message', ({ data: startedAt }: MessageEvent<number>) => {
    const duration = performance.now() - Math.max(startedAt, measuredUntil);
    block(Math.min((factor - 1) * duration, LONGEST_MS));
    measuredUntil = performance.now();
  });
  port1.start();
  const measureFrame = () => {
    measure();
    frame = requestAnimationFrame(measureFrame);
  };
  let frame = requestAnimationFrame(measureFrame);
  window.addEventListener('keydown', measure, true);
  return () => {
    window.removeEventListener('keydown', measure, true);
    cancelAnimationFrame(frame);
    port1.close();
  };
}

function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
