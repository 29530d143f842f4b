/**
 * Size up to which an element counts as hidden, in pixels. Texts that are only for screen readers are one pixel in
 * size.
 */
const HIDDEN_PX = 1;

/**
 * Whether a user can see an element after scrolling to it: it is rendered and not reduced to a pixel. Without layout,
 * as in jsdom, every element counts as shown.
 */
export function isShown(element: Element): boolean {
  if (!hasLayout(element.ownerDocument)) return true;
  const { width, height } = element.getBoundingClientRect();
  return width > HIDDEN_PX && height > HIDDEN_PX && getComputedStyle(element).visibility === 'visible';
}

/** Whether the environment computes layout. */
function hasLayout(document: Document): boolean {
  return document.documentElement.getClientRects().length > 0;
}
