/**
 * Calls the listener for each event of the window, such as `online`. Returns a function that removes it. Does nothing
 * without a `window`.
 */
export function onWindow(type: keyof WindowEventMap, listener: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  window.addEventListener(type, listener);
  return () => window.removeEventListener(type, listener);
}
