import { isRightToLeft } from '../../ui/isRightToLeft.js';

/** Position of the slide that fills most of the visible area; `undefined` without layout. */
export function slideInView(slides: HTMLElement): number | undefined {
  if (slides.clientWidth === 0) return undefined;
  return Math.round(Math.abs(slides.scrollLeft) / slides.clientWidth);
}

/** Whether a slide is at the start edge of the visible area, where scrolling ends. `true` without layout. */
export function isAtRest(slides: HTMLElement, position: number): boolean {
  const slide = slides.children[position];
  // Measured, because `clientWidth` is rounded, and with it the tenth slide would be several pixels off.
  return !slide || Math.abs(slide.getBoundingClientRect().left - slides.getBoundingClientRect().left) < 2;
}

/**
 * Scrolls to a slide: smoothly, or instantly if it is far away or the user prefers reduced motion. Ends a smooth scroll
 * to another slide, even one that has not started to move.
 *
 * @returns whether scrolling was necessary.
 */
export function scrollToSlide(slides: HTMLElement, position: number, isFar: boolean): boolean {
  if (slides.clientWidth === 0) return false;
  const offset = position * slides.clientWidth;
  const isThere = Math.abs(offset - Math.abs(slides.scrollLeft)) < 1;
  const isStill = isThere || isFar || matchMedia('(prefers-reduced-motion: reduce)').matches;
  slides.scrollTo({ left: isRightToLeft(slides) ? -offset : offset, behavior: isStill ? 'instant' : 'smooth' });
  return !isThere;
}
