import type { SignInPopup } from './openPopup.js';

/** A popup as this page sees it: still blank, loaded (a page of any origin), or gone (closed or unreachable). */
export type PopupView = 'blank' | 'loaded' | 'gone';

/** Returns how this page sees a popup. */
export function viewOfPopup(window: SignInPopup): PopupView {
  try {
    if (window.closed !== false) return 'gone';
  } catch {
    // A policy isolates the popup from this page.
    return 'gone';
  }
  try {
    return ['', 'about:blank'].includes(window.location.href) ? 'blank' : 'loaded';
  } catch {
    // Only a page of another origin hides its URL.
    return 'loaded';
  }
}
