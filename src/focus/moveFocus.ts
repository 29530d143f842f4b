import { areaOf, candidatesIn, GROUP, type Candidate } from './candidates.js';
import { focusFirst } from './focusable.js';
import { areLevel, isBeyond, nearest, type Direction, type Edges } from './geometry.js';
import { canScrollTo, isReachable } from './isReachable.js';
import { isInBlockBeside } from './sideways.js';

/**
 * Moves the focus to the nearest control in a direction and scrolls it into view.
 *
 * @returns whether the focus moved.
 */
export function moveFocus(scope: ParentNode, origin: Element, direction: Direction): boolean {
  let candidates = candidatesIn(scope, origin);
  const from = areaOf(origin).getBoundingClientRect();
  // When a layer without controls covers the whole app, the user can continue under it.
  const isAllowed = isReachable(origin) ? isReachable : canScrollTo;
  while (candidates.length > 0) {
    const next = nextIn(candidates, origin, from, direction) ?? besideOf(candidates, origin, from, direction);
    if (!next) return false;
    if (!isAllowed(next.element)) candidates = candidates.filter(({ element }) => isAllowed(element));
    else if (enter(next.element)) return true;
    // The browser refused the focus, so another control is next.
    else candidates = candidates.filter((each) => each !== next);
  }
  return false;
}

function nextIn(
  candidates: readonly Candidate[],
  origin: Element,
  from: Edges,
  direction: Direction,
): Candidate | undefined {
  const nearestOf = (some: readonly Candidate[]) => {
    const index = nearest(
      from,
      some.map(({ edges }) => edges),
      direction,
    );
    return index === undefined ? undefined : some[index];
  };
  const next = nearestOf(candidates.filter(({ element, edges }) => leadsOut(origin, from, element, edges, direction)));
  const bar = next?.element.closest(BAR);
  if (!bar || bar.contains(origin)) return next;
  // Controls that a bar covers, or that are beyond it, come before the bar.
  const area = bar.closest('form') ?? bar.parentElement;
  const scrolled = candidates.filter(({ element }) => area?.contains(element) && !bar.contains(element));
  return nearestOf(scrolled) ?? next;
}

/** Whether left or right from a control in a group does not lead past the group to another row, such as another rail. */
function leadsOut(origin: Element, from: Edges, element: Element, edges: Edges, direction: Direction): boolean {
  const group = direction === 'left' || direction === 'right' ? origin.closest(GROUP) : null;
  if (!group || group.contains(element) || areLevel(from, edges)) return true;
  return isBeyond(group.getBoundingClientRect(), edges, direction);
}

/** Returns the nearest control, at any height, in what lies left or right of the block of the focused control. */
function besideOf(
  candidates: readonly Candidate[],
  origin: Element,
  from: Edges,
  direction: Direction,
): Candidate | undefined {
  if (direction === 'up' || direction === 'down') return undefined;
  const beside = candidates.filter(
    (candidate) =>
      isBeyond(from, candidate.edges, direction) && isInBlockBeside(origin, candidate, candidates, direction),
  );
  const index = nearest(
    from,
    beside.map(({ edges }) => edges),
    direction,
    true,
  );
  return index === undefined ? undefined : beside[index];
}

/** Bars that stay in place while their neighbors scroll. */
const BAR = '[data-remote="bar"]';

/** Focuses the control that is nearest to a place on the screen. Returns whether there is one. */
export function focusNear(scope: ParentNode, place: Edges): boolean {
  const byDistance = candidatesIn(scope).map(({ element, edges }) => ({ element, distance: distance(place, edges) }));
  byDistance.sort((a, b) => a.distance - b.distance);
  return enterFirst(byDistance.map(({ element }) => element));
}

/**
 * Focuses the first of several controls that users can see. If something covers them all, focuses the first that is on the
 * page, because the user could not continue without a focus. Returns whether a control took the focus.
 */
export function enterFirst(elements: readonly HTMLElement[]): boolean {
  return [isReachable, canScrollTo].some((isAllowed) => elements.some((each) => isAllowed(each) && enter(each)));
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
  const shown = element.closest('.discovr-Rail-viewport') ?? sidewaysScrollerOf(element) ?? areaOf(element);
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
