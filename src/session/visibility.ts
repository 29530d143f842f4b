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
