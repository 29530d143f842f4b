/** The last focused element and its ancestors at that time, because a removed element has no ancestors. */
let path: readonly EventTarget[] = [];

/** Documents that are watched. */
const watched = new WeakSet<Document>();

/**
 * Starts to remember the focused element of a document. Removing the focused element fires no event, so the last one
 * stays remembered.
 */
export function rememberFocus(document: Document): void {
  if (watched.has(document)) return;
  watched.add(document);
  const note = (event: Event) => {
    path = event.composedPath();
  };
  // A click on a control does not always move the focus: the control has it already, or the browser is Safari. A click
  // on anything else takes the focus away on purpose.
  const notePointer = (event: Event) => {
    const clicked = event.composedPath();
    const control = clicked.findIndex((target) => 'tabIndex' in target && Number(target.tabIndex) >= 0);
    path = control < 0 ? [] : clicked.slice(control);
  };
  document.addEventListener('focusin', note);
  document.addEventListener('pointerdown', notePointer, true);
}

/** Whether no element has the focus, and an element inside `root` had it last. */
export function hasLostFocus(root: Element): boolean {
  return isFocusLost(root.ownerDocument) && path.includes(root);
}

/** Returns the element that had the focus last. It may have been removed. */
export function lastFocused(): Element | undefined {
  // Only elements get the focus.
  return path[0] as Element | undefined;
}

/**
 * Whether the focus was lost (see {@link hasLostFocus}) because the element was removed or disabled, not because the
 * user clicked elsewhere.
 */
export function hasLostFocusedElement(root: Element): boolean {
  const last = lastFocused();
  return last !== undefined && hasLostFocus(root) && (!last.isConnected || last.matches(':disabled'));
}

/**
 * Whether no element has the focus. If the focus is inside an iframe, the iframe has the focus in this document, so it
 * is not lost.
 */
export function isFocusLost(document: Document): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
