import type { KeyboardEvent } from 'react';
import { keyMoveOf, stepOf } from '../../ui/arrowKeys.js';
import { focusableWithin } from '../../ui/dialog/focusable.js';

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
  const { currentTarget: slides, target } = event;
  const step = stepOf(keyMoveOf(event));
  if (!step) return;
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
