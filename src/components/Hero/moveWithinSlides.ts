import type { KeyboardEvent } from 'react';
import { keyMoveOf, stepOf } from '../../ui/arrowKeys.js';
import { focusableWithin, focusFirst } from '../../ui/dialog/focusable.js';

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
  const isInside = target !== slides;
  const beyond = index + step;
  // Whatever has the focus is an element.
  if (isInside && focusFirst(controlsFrom(slides.children[index], target as HTMLElement, step))) event.preventDefault();
  else if (beyond >= 0 && beyond < count) {
    event.preventDefault();
    goTo(beyond);
    if (isInside) enter(slides.children[beyond], step);
  }
}

/** The controls of a slide in the direction of a step: those beyond one of them, or all. */
function controlsFrom(slide: Element | undefined, from: HTMLElement | undefined, step: 1 | -1): HTMLElement[] {
  const all = focusableWithin(slide);
  if (step < 0) all.reverse();
  return from ? all.slice(all.indexOf(from) + 1) : all;
}

function enter(slide: Element | undefined, step: 1 | -1): void {
  // It is shown with the next render, and takes the focus only then if it stays inert.
  slide?.removeAttribute('inert');
  focusFirst(controlsFrom(slide, undefined, step), { preventScroll: true });
}
