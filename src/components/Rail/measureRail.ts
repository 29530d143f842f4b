import type { RailMeasures } from './railWindow.js';

/** Attribute of an item of a rail: its position, from 0. */
export const POSITION = 'data-position';

/** Measures a rail. Reads layout: not to be called for rails nobody sees. */
export function measureRail(list: HTMLElement): RailMeasures {
  return { stride: strideOf(list), viewport: list.clientWidth, offset: Math.abs(list.scrollLeft) };
}

/** From item to item, by the first and the last: the ones between may not be in the document. */
function strideOf(list: HTMLElement): number {
  const items = [...list.querySelectorAll(`:scope > [${POSITION}]`)];
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last || first === last) return 0;
  const distance = last.getBoundingClientRect().left - first.getBoundingClientRect().left;
  return Math.abs(distance) / (positionOf(last) - positionOf(first));
}

/** The position of the item an element is in; `NaN` where it is in none. */
export function positionOf(element: Element): number {
  return Number(element.closest(`[${POSITION}]`)?.getAttribute(POSITION) ?? Number.NaN);
}

/** What takes the focus in an item: the card. */
export function focusableAt(list: HTMLElement, position: number): HTMLElement | null {
  return list.querySelector(`:scope > [${POSITION}='${position}'] :is(a, button, [tabindex])`);
}
