import type { SignInPopup } from './openPopup.js';

/** What can be seen of a window: still blank, at a page (of any origin), or gone from here. */
export type PopupView = 'blank' | 'loaded' | 'gone';

/** Looks at a window as far as the browser lets a page see another. */
export function viewOfPopup(window: SignInPopup): PopupView {
  try {
    if (window.closed !== false) return 'gone';
  } catch {
    // A policy keeps the two windows apart.
    return 'gone';
  }
  try {
    return ['', 'about:blank'].includes(window.location.href) ? 'blank' : 'loaded';
  } catch {
    // Only a page of another origin hides its address.
    return 'loaded';
  }
}
