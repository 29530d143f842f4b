import { isRightToLeft } from '../../../ui/isRightToLeft.js';

/** Beyond as many viewports a rail jumps: gliding there would take long, past cards that are not drawn yet. */
const FAR = 2;

/** Scrolls a rail so far from its start edge: gliding, unless it is far or the person asked for less motion. */
export function scrollRail(list: HTMLElement, offset: number): void {
  const isFar = Math.abs(offset - Math.abs(list.scrollLeft)) > FAR * list.clientWidth;
  const isStill = isFar || matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroll(list, offset, isStill ? 'instant' : 'smooth');
}

/** Puts a rail where it was left, so far from its start edge. */
export function placeRail(list: HTMLElement, offset: number): void {
  if (offset > 0) scroll(list, offset, 'instant');
}

function scroll(list: HTMLElement, offset: number, behavior: ScrollBehavior): void {
  list.scrollTo({ left: isRightToLeft(list) ? -offset : offset, behavior });
}
