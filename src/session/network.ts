/**
 * Calls the listener when the device is online again. Returns a function that removes it. Does nothing without a
 * `window`.
 */
export function onOnline(listener: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  window.addEventListener('online', listener);
  return () => window.removeEventListener('online', listener);
}
