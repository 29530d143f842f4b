import { expect, test } from 'vitest';
import { slowDown } from '../../stories/support/slowDown.js';

/** Time that a handler takes, in milliseconds. */
const HANDLER_MS = 20;

/** Presses a key whose handler takes some time, and returns how long the page was blocked. */
async function timeOfKey(): Promise<number> {
  const startedAt = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  // Messages are handled in their order.
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve);
    port1.start();
    port2.postMessage(undefined);
  });
  return performance.now() - startedAt;
}

test('a key takes as many times longer as the processor is slower', async () => {
  const handle = () => {
    const until = performance.now() + HANDLER_MS;
    while (performance.now() < until);
  };
  document.body.addEventListener('keydown', handle);
  const stop = slowDown(6);
  const slow = await timeOfKey();
  stop();
  const fast = await timeOfKey();
  document.body.removeEventListener('keydown', handle);
  expect(slow).toBeGreaterThanOrEqual(6 * HANDLER_MS);
  expect(fast).toBeLessThan(slow / 2);
});
