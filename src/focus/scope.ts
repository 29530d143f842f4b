import { isRendered } from './visibility.js';

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

/** Closes the open popover that is last in the document, such as one inside another. Returns whether there was one. */
export function closePopover(): boolean {
  const last = openPopovers().pop();
  last?.hidePopover();
  return last !== undefined;
}

function openPopovers(): HTMLElement[] {
  try {
    return [...document.querySelectorAll<HTMLElement>('[popover]:not([popover="manual"]):popover-open')];
  } catch {
    // Before Chromium 114 and in test environments, the selector is unknown.
    return [];
  }
}

/** Attribute of the element around the app while the user operates it with a remote control, not with a pointer. */
const IN_USE = 'data-remote-active';

/** Notes whether the user operates what is inside `root` with a remote control. */
export function noteRemoteUse(root: HTMLElement, isInUse: boolean): void {
  root.toggleAttribute(IN_USE, isInUse);
}

/** Whether the user operates an element with a remote control: the last input was one of its keys. */
export function isRemoteInUse(element: Element): boolean {
  return element.closest(`[${IN_USE}]`) !== null;
}
