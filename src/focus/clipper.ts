import type { Edges } from './geometry.js';
import { isScroller } from './scrollerOf.js';

/** Distance between the places of two hidden controls, for each pixel between them. */
const HIDDEN_SCALE = 1 / 1_000;

/**
 * Returns a function that moves the edges of an element into the visible part of the containers that scroll vertically
 * around it. Containers around the focused element do not count, because the keys scroll them. A control that is hidden
 * farther away is placed farther inside, behind those in view. Each ancestor is looked up once.
 */
export function clipper(origin: Element): (element: Element, edges: Edges) => Edges {
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
