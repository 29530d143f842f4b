import { isRightToLeft } from '../../../ui/isRightToLeft.js';

/** A scroll over more than this many rail widths is instant: a smooth one would take long and pass unrendered items. */
const FAR = 2;

/**
 * Scrolls a rail to an offset: smoothly, unless the offset is far away or the user prefers reduced motion.
 *
 * @param isHurried whether more scrolls follow at once, which a smooth scroll would fall behind.
 */
export function scrollRail(list: HTMLElement, offset: number, isHurried = false): void {
  const isFar = Math.abs(offset - Math.abs(list.scrollLeft)) > FAR * list.clientWidth;
  const isStill = isHurried || isFar || matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroll(list, offset, isStill ? 'instant' : 'smooth');
}

/** Restores the scroll offset of a rail, without animation. */
export function placeRail(list: HTMLElement, offset: number): void {
  if (offset > 0) scroll(list, offset, 'instant');
}

function scroll(list: HTMLElement, offset: number, behavior: ScrollBehavior): void {
  list.scrollTo({ left: isRightToLeft(list) ? -offset : offset, behavior });
}
