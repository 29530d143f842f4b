import { hasLayout } from './hasLayout.js';

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

const isFading = (element: Element) => element.getAnimations().some(isRunning);

/** Returns the running animations and transitions of an element and those around it, without endless ones. */
export function motionsOf(element: Element): Animation[] {
  const motions: Animation[] = [];
  for (let each = hasLayout() ? element : null; each; each = each.parentElement)
    motions.push(...each.getAnimations().filter((motion) => isRunning(motion) && hasEnd(motion)));
  return motions;
}

const isRunning = ({ playState }: Animation) => playState === 'running';

/** Whether an animation ends by itself. The end of one that follows a scroll position is a percentage, not a number. */
const hasEnd = ({ effect }: Animation) => Number.isFinite(effect?.getComputedTiming().endTime);
