import { expect, test, vi } from 'vitest';
import { slowDown } from '../../stories/support/slowDown.js';

/** Time that a handler takes, in milliseconds. */
const HANDLER_MS = 20;

test('a key takes as many times longer as the processor is slower', async () => {
  // A clock that advances only while the handler runs, and while it is read to wait.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 0.01));
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  const handle = () => void (now += HANDLER_MS);
  document.body.addEventListener('keydown', handle);
  const timeOfKey = async () => {
    const startedAt = now;
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    // Messages are handled in their order.
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.addEventListener('message', resolve);
      port1.start();
      port2.postMessage(undefined);
    });
    return Math.round(now - startedAt);
  };
  const stop = slowDown(6);
  expect(await timeOfKey()).toBe(6 * HANDLER_MS);
  stop();
  expect(await timeOfKey()).toBe(HANDLER_MS);
  document.body.removeEventListener('keydown', handle);
  vi.restoreAllMocks();
});
