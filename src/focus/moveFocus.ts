import { areaOf, candidatesIn } from './candidates.js';
import { focusFirst } from './focusable.js';
import { nearest, type Direction, type Edges } from './geometry.js';

/**
 * Moves the focus to the nearest control in a direction and scrolls it into view.
 *
 * @returns whether the focus moved.
 */
export function moveFocus(scope: ParentNode, origin: Element, direction: Direction): boolean {
  const candidates = candidatesIn(scope, origin);
  const from = areaOf(origin).getBoundingClientRect();
  while (candidates.length > 0) {
    const index = nearest(
      from,
      candidates.map(({ edges }) => edges),
      direction,
    );
    if (index === undefined) return false;
    if (enter(candidates[index]!.element)) return true;
    // The browser refused the focus, so another control is next.
    candidates.splice(index, 1);
  }
  return false;
}

/** Focuses the control that is nearest to a place on the screen. Returns whether there is one. */
export function focusNear(scope: ParentNode, place: Edges): boolean {
  const byDistance = candidatesIn(scope).map(({ element, edges }) => ({ element, distance: distance(place, edges) }));
  byDistance.sort((a, b) => a.distance - b.distance);
  return byDistance.some(({ element }) => enter(element));
}

/** Rails and slides, which scroll sideways to their focused element themselves. */
const SCROLLS_ITSELF = '[data-remote="group"], [data-rail-entry]';

/** Focuses an element and scrolls it into view. Returns whether it took the focus. */
export function enter(element: HTMLElement): boolean {
  const hasFocus = focusFirst([element], { preventScroll: true });
  if (hasFocus) bringIntoView(element);
  return hasFocus;
}

/** Scrolls a control, or the rail or slides around it, into view by as little as possible. */
export function bringIntoView(element: Element): void {
  const group = sidewaysScrollerOf(element);
  const shown = group ?? areaOf(element);
  // Test environments without layout have no `scrollIntoView`.
  shown.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}

/** Scrolls a control into view at once, when the smooth scroll to it was interrupted. */
export function completeScroll(element: Element): void {
  const items = sidewaysScrollerOf(element)?.children ?? [];
  const item = [...items].find((each) => each.contains(element));
  (item ?? element).scrollIntoView({ block: 'nearest', inline: item ? 'start' : 'nearest', behavior: 'instant' });
}

/** Returns the rail or the slides around an element, if they scroll sideways. */
function sidewaysScrollerOf(element: Element): Element | undefined {
  const group = element.closest(SCROLLS_ITSELF);
  return group && group.scrollWidth > group.clientWidth ? group : undefined;
}

function distance(from: Edges, to: Edges): number {
  const across = Math.max(0, to.left - from.right, from.left - to.right);
  const along = Math.max(0, to.top - from.bottom, from.top - to.bottom);
  return Math.hypot(across, along) + Math.hypot(from.left - to.left, from.top - to.top) / 1_000;
}
