/** Tells whether a person can see the page. */
export interface Visibility {
  isVisible(): boolean;
  /** Hears of each change. Returns the undo. */
  onChanged(listener: () => void): () => void;
}

/** The visibility of the document; where there is none, everything counts as visible. */
export const documentVisibility: Visibility = {
  isVisible: () => typeof document === 'undefined' || document.visibilityState !== 'hidden',
  onChanged(listener) {
    if (typeof document === 'undefined') return () => undefined;
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
