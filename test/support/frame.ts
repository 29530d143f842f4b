/** Waits for the next frame. */
export const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Waits for the next task, in which React has rendered. Unlike a timer, a message has no minimum delay. */
export function nextTask(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
}
