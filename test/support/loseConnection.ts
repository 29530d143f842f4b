import { onTestFinished, vi } from 'vitest';

/** Makes the browser say that it has no connection. Returns a function that ends this, as the end of the test does. */
export function loseConnection(): () => void {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  const restore = () => {
    online.mockRestore();
    window.dispatchEvent(new Event('online'));
  };
  onTestFinished(restore);
  return restore;
}
