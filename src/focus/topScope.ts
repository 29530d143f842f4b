import { isRendered } from './isShown.js';

/** Selector of elements that make everything else inert while they are shown. */
const MODAL = 'dialog[open], [aria-modal="true"]';

/**
 * Returns the open modal dialog that is on top, or `root` when none is open. The dialog may be outside the root, because
 * apps render dialogs in portals.
 */
export function topScope(root: HTMLElement): HTMLElement {
  const modals = [...root.ownerDocument.querySelectorAll<HTMLElement>(MODAL)].filter(isModal);
  // A dialog inside another one is above it. Otherwise, the one that contains the focus is on top.
  const { activeElement } = root.ownerDocument;
  return modals.filter((modal) => modal.contains(activeElement)).pop() ?? modals.pop() ?? root;
}

function isModal(element: HTMLElement): boolean {
  // Component libraries keep a closed dialog in the document, hidden.
  if (element.getAttribute('aria-modal') === 'true') return isRendered(element);
  // Test environments have no modal dialogs.
  if (!('showModal' in element)) return true;
  try {
    return element.matches(':modal');
  } catch {
    // Before Chromium 105, the selector is unknown.
    return true;
  }
}
