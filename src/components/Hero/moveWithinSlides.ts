import type { KeyboardEvent } from 'react';
import { isRightToLeft } from '../../ui/isRightToLeft.js';

const FOCUSABLE = ':is(a[href], button, [tabindex]):not([tabindex="-1"], :disabled)';

/**
 * Moves by the arrows left and right: from one button of a slide to the next, then on to the next slide. At the first
 * and the last the key is left alone.
 */
export function moveWithinSlides(
  event: KeyboardEvent<HTMLElement>,
  index: number,
  count: number,
  goTo: (index: number) => void,
): void {
  const { key, currentTarget: slides, target } = event;
  if (!/^Arrow(Left|Right)$/.test(key) || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented)
    return;
  const step = (key === 'ArrowRight') === isRightToLeft(slides) ? -1 : 1;
  const stops = focusableIn(slides.children[index]);
  const neighbour = stops[stops.indexOf(target as HTMLElement) + step];
  if (target !== slides && neighbour) neighbour.focus();
  else if (index + step >= 0 && index + step < count) {
    goTo(index + step);
    if (target !== slides) enter(slides.children[index + step], step);
  } else return;
  event.preventDefault();
}

function enter(slide: Element | undefined, step: number): void {
  // It is shown with the next render, and takes the focus only then if it stays inert.
  slide?.removeAttribute('inert');
  focusableIn(slide)
    .at(step > 0 ? 0 : -1)
    ?.focus({ preventScroll: true });
}

function focusableIn(slide: Element | undefined): HTMLElement[] {
  return [...(slide?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
}
