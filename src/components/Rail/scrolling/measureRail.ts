import type { RailMeasures } from './railWindow.js';

/** Attribute of an item of a rail: its position, from 0. */
const POSITION = 'data-position';

/** Measures a rail. Reads layout: not to be called for rails nobody sees. */
export function measureRail(list: HTMLElement): RailMeasures {
  return { stride: strideOf(list), viewport: list.clientWidth, offset: Math.abs(list.scrollLeft) };
}

/** From item to item, by the first two in the document: they may be far from each other. */
function strideOf(list: HTMLElement): number {
  const [one, other] = list.querySelectorAll(`:scope > [${POSITION}]`);
  if (!one || !other) return 0;
  const distance = other.getBoundingClientRect().left - one.getBoundingClientRect().left;
  return Math.abs(distance) / (positionOf(other) - positionOf(one));
}

/** The position of the item an element is in; `NaN` where it is in none. */
export function positionOf(element: Element): number {
  return Number(element.closest(`[${POSITION}]`)?.getAttribute(POSITION) ?? Number.NaN);
}

/** What takes the focus in an item: the card. */
export function focusableAt(list: HTMLElement, position: number): HTMLElement | null {
  return list.querySelector(`:scope > [${POSITION}='${position}'] :is(a, button, [tabindex])`);
}
