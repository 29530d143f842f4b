/** Whether the user can see the page, and when that changes. */
export interface Visibility {
  isVisible(): boolean;
  /** Calls the listener on each change. Returns a function that removes it. */
  onChanged(listener: () => void): () => void;
}

/** The visibility of the document. Without a document, the page counts as visible. */
export const documentVisibility: Visibility = {
  isVisible: () => typeof document === 'undefined' || document.visibilityState !== 'hidden',
  onChanged(listener) {
    if (typeof document === 'undefined') return () => undefined;
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

/**
 * Calls the listener for each event of the window, such as `online`. Returns a function that removes it. Does nothing
 * without a `window`.
 */
export function onWindow(type: keyof WindowEventMap, listener: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  window.addEventListener(type, listener);
  return () => window.removeEventListener(type, listener);
}

/** Acts on a storage of the browser. Returns `undefined` when the storage is missing, denied or full. */
export function withStorage<T>(open: () => Storage, act: (storage: Storage) => T): T | undefined {
  try {
    return act(open());
  } catch {
    return undefined;
  }
}
