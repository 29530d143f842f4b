import type { RailMeasures } from './railWindow.js';

/** Attribute with the position of an item, from 0. */
const POSITION = 'data-position';

/** Measures a rail. Reads layout, so call it only for rails near the viewport. */
export function measureRail(list: HTMLElement): RailMeasures {
  return { stride: strideOf(list), viewport: list.clientWidth, offset: Math.abs(list.scrollLeft) };
}

/** Distance between neighboring items, computed from the first two in the document, which may not be neighbors. */
function strideOf(list: HTMLElement): number {
  const [first, second] = list.querySelectorAll(`:scope > [${POSITION}]`);
  if (!first || !second) return 0;
  const distance = second.getBoundingClientRect().left - first.getBoundingClientRect().left;
  return Math.abs(distance) / (positionOf(second) - positionOf(first));
}

/** Position of the item that contains an element; `NaN` when no item does. */
export function positionOf(element: Element): number {
  return Number(element.closest(`[${POSITION}]`)?.getAttribute(POSITION) ?? Number.NaN);
}

/** The focusable element at a position: the card of an item, or the button after the last item. */
export function focusableAt(list: HTMLElement, position: number): HTMLElement | null {
  const item = `:scope > [${POSITION}='${position}']`;
  return list.querySelector(`${item} a, ${item} button, ${item} [tabindex]`);
}
