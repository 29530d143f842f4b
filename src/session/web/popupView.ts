import type { SignInPopup } from './openPopup.js';

/** What this page can see of a popup: still blank, a page of any origin is loaded, or closed or unreachable. */
export type PopupView = 'blank' | 'loaded' | 'gone';

/** Returns what this page can see of a popup. */
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
