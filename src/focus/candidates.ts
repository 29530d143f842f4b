import { focusableWithin } from './focusable.js';
import type { Edges } from './geometry.js';
import { isScroller } from './scrolling.js';
import { areaOf, isOpaque, isShown } from './visibility.js';

/** Selector of what a remote control ignores. */
const SKIPPED = '[data-remote="skip"]';

/** Selector of groups with one tab stop. A remote control enters a group at its tab stop. */
export const GROUP = '[data-remote="group"]';

/** An element that a remote control can focus, with the edges of what the user sees of it. */
export interface Candidate {
  readonly element: HTMLElement;
  readonly edges: Edges;
}

/**
 * Lists what a remote control can focus inside an element, in document order. Transparent controls are only listed if
 * there are no others. Reads layout.
 *
 * @param origin the focused element. The controls of a group that does not contain it get the edges of the whole group.
 *   Controls that a scroll container hides get the nearest place in it, unless it contains the focused element.
 */
export function candidatesIn(scope: ParentNode, origin?: Element | null): Candidate[] {
  const elements = focusableWithin(scope).filter((element) => element !== origin && isCandidate(element));
  const seen = elements.filter(isSeen);
  // Without a focus, the user could not continue.
  const chosen = seen.length > 0 || origin ? seen : elements;
  const clip = origin ? clipper(origin) : undefined;
  return chosen.map((element) => {
    const shown = shownFrom(element, origin);
    const edges = shown.getBoundingClientRect();
    return { element, edges: clip ? clip(shown, edges) : edges };
  });
}

/** Whether a control is not transparent. A styled field is often transparent itself, over what the user sees of it. */
export function isSeen(element: Element): boolean {
  const area = areaOf(element);
  return isOpaque(area === element && element.matches('input, select') ? (element.parentElement ?? area) : area);
}

/** Whether an element is a visible control. */
export function isCandidate(element: Element): boolean {
  return isEnabled(element) && isShown(areaOf(element));
}

/** Whether a remote control may focus an element if it is visible. */
export const isEnabled = (element: Element) =>
  !element.matches(':disabled') && !element.closest('[inert], dialog:not([open])') && !element.closest(SKIPPED);

function shownFrom(element: HTMLElement, origin: Element | null | undefined): Element {
  const group = element.closest(GROUP);
  return group && !group.contains(origin ?? null) ? group : areaOf(element);
}

/** Distance between the places of two hidden controls, for each pixel between them. */
const HIDDEN_SCALE = 1 / 1_000;

/**
 * Returns a function that moves the edges of an element into the visible part of the containers that scroll vertically
 * around it. Containers around the focused element do not count, because the keys scroll them. A control that is hidden
 * farther away is placed farther inside, behind those in view. Each ancestor is looked up once.
 */
function clipper(origin: Element): (element: Element, edges: Edges) => Edges {
  const containers = new Map<Element, Element | undefined>();
  const containerOf = (element: Element): Element | undefined => {
    const parent = element.parentElement;
    if (!parent || parent.contains(origin)) return undefined;
    if (!containers.has(parent)) containers.set(parent, isScroller(parent) ? parent : containerOf(parent));
    return containers.get(parent);
  };
  const clip = (element: Element, edges: Edges): Edges => {
    const container = containerOf(element);
    return container ? clip(container, within(container.getBoundingClientRect(), edges)) : edges;
  };
  return clip;
}

function within(box: Edges, { top, right, bottom, left }: Edges): Edges {
  if (bottom <= box.top) return line(box.top + (box.top - bottom) * HIDDEN_SCALE, left, right);
  if (top >= box.bottom) return line(box.bottom - (top - box.bottom) * HIDDEN_SCALE, left, right);
  return { top: Math.max(top, box.top), bottom: Math.min(bottom, box.bottom), left, right };
}

const line = (place: number, left: number, right: number): Edges => ({ top: place, bottom: place, left, right });
