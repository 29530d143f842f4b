import { isRightToLeft } from '../../ui/isRightToLeft.js';

/** Position of the slide that fills most of the visible area; `undefined` without layout. */
export function slideInView(slides: HTMLElement): number | undefined {
  if (slides.clientWidth === 0) return undefined;
  return Math.round(Math.abs(slides.scrollLeft) / slides.clientWidth);
}

/**
 * Scrolls to a slide: smoothly, or instantly if it is far away or the user prefers reduced motion.
 *
 * @returns whether scrolling was necessary.
 */
export function scrollToSlide(slides: HTMLElement, position: number, isFar: boolean): boolean {
  const offset = position * slides.clientWidth;
  if (Math.abs(offset - Math.abs(slides.scrollLeft)) < 1) return false;
  const isStill = isFar || matchMedia('(prefers-reduced-motion: reduce)').matches;
  slides.scrollTo({ left: isRightToLeft(slides) ? -offset : offset, behavior: isStill ? 'instant' : 'smooth' });
  return true;
}
