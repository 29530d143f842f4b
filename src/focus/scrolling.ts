import { areaOf } from './visibility.js';

/** Scrolls a control, or the rail or slides around it, into view by as little as possible. */
export function bringIntoView(element: Element): void {
  const shown = element.closest(PART_OF_RAIL) ?? sidewaysScrollerOf(element) ?? areaOf(element);
  // Test environments without layout have no `scrollIntoView`.
  shown.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}

/** Scrolls a control into view at once, when the smooth scroll to it was interrupted. */
export function completeScroll(element: Element): void {
  const items = sidewaysScrollerOf(element)?.children ?? [];
  const item = [...items].find((each) => each.contains(element));
  (item ?? element).scrollIntoView({ block: 'nearest', inline: item ? 'start' : 'nearest', behavior: 'instant' });
}

/** The heading or the list of a rail, with what belongs to it. */
const PART_OF_RAIL = '[data-rail-stop="rail"] > *';

/** Returns the rail or the slides around an element, if they scroll sideways. */
export function sidewaysScrollerOf(element: Element): Element | undefined {
  const group = element.closest(SCROLLS_ITSELF);
  return group && group.scrollWidth > group.clientWidth ? group : undefined;
}

/** Rails and slides, which scroll sideways to their focused element themselves. */
const SCROLLS_ITSELF = '[data-remote="group"], [data-rail-entry]';

/** Returns the ancestor that scrolls an element vertically. */
export function scrollerOf(element: Element): Element {
  const end = endOfPage();
  for (let each = element.parentElement; each && each !== end; each = each.parentElement) {
    if (isScroller(each)) return each;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** Returns the element for which the viewport scrolls: the body, unless the root element has an overflow of its own. */
export function endOfPage(): Element {
  const { body, documentElement: root } = document;
  return overflowOf(root) === 'visible' ? body : root;
}

/** Whether an element scrolls its content vertically. Reads layout. */
export function isScroller(element: Element): boolean {
  // With `overflow-x: hidden`, the computed vertical overflow is `auto`, although nothing scrolls. The heights come
  // first, because styles take longer to read.
  return element.scrollHeight > element.clientHeight && /auto|scroll/.test(overflowOf(element));
}

const overflowOf = (element: Element) => getComputedStyle(element).overflowY;

/** Whether an element stays in view while what is around it scrolls. */
export const isSticky = (element: Element) => getComputedStyle(element).position === 'sticky';
