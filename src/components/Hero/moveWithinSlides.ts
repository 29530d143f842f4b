import type { KeyboardEvent } from 'react';
import { focusableWithin } from '../../ui/dialog/focusable.js';
import { isRightToLeft } from '../../ui/isRightToLeft.js';

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
  const stops = focusableWithin(slides.children[index]);
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
  focusableWithin(slide)
    .at(step > 0 ? 0 : -1)
    ?.focus({ preventScroll: true });
}
