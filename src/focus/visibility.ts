/**
 * Size up to which an element counts as hidden, in pixels. Texts that are only for screen readers are one pixel in
 * size.
 */
export const HIDDEN_PX = 1;

/**
 * Whether a user can see an element after scrolling to it: it is rendered and not reduced to a pixel. Without layout,
 * as in jsdom, every element counts as shown.
 */
export function isShown(element: Element): boolean {
  if (!hasLayout()) return true;
  const { width, height } = element.getBoundingClientRect();
  return width > HIDDEN_PX && height > HIDDEN_PX && isRendered(element);
}

/**
 * Whether an element is rendered and visible, whatever its size: what it contains may be larger. Without layout, every
 * element counts as rendered.
 */
export function isRendered(element: Element): boolean {
  if (!hasLayout()) return true;
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}

/**
 * Whether an element is not transparent. While it fades in, it counts as not transparent. Before Chromium 105 and without
 * layout, every element counts as not transparent.
 */
export function isOpaque(element: Element): boolean {
  if (!hasLayout() || !element.checkVisibility || element.checkVisibility({ checkOpacity: true })) return true;
  for (let each: Element | null = element; each; each = each.parentElement)
    if (getComputedStyle(each).opacity === '0' && !isFading(each)) return false;
  return true;
}

const isFading = (element: Element) => element.getAnimations().some(({ playState }) => playState === 'running');

/** Returns what the user sees of a control: of a styled checkbox or radio button, only the label is visible. */
export function areaOf(element: Element): Element {
  const isOption = element.matches('input[type="checkbox"], input[type="radio"]');
  return (isOption && element.closest('label')) || element;
}

/**
 * Returns whether the environment lays out elements. jsdom has no `IntersectionObserver`, and that of happy-dom and of
 * most mocks never reports anything. Only a native one has the attributes of its instances on its prototype.
 */
export function hasLayout(): boolean {
  return typeof IntersectionObserver !== 'undefined' && 'thresholds' in IntersectionObserver.prototype;
}
