import type { KeyboardEvent } from 'react';
import { keyMoveOf, stepOf } from '../../ui/arrowKeys.js';
import { keepsArrows } from '../../ui/keepsArrows.js';
import { focusableWithin, focusFirst } from '../../focus/focusable.js';

/**
 * Handles the left and right arrow keys: moves the focus between the buttons of a slide, then to the next slide. Beyond
 * the first and the last slide, and in a field, the browser handles the key.
 */
export function moveWithinSlides(
  event: KeyboardEvent<HTMLElement>,
  index: number,
  count: number,
  goTo: (index: number) => void,
): void {
  const { currentTarget: slides, target } = event;
  const step = stepOf(keyMoveOf(event));
  if (!step || keepsArrows(target)) return;
  const isInside = target !== slides;
  const beyond = index + step;
  // A key event inside the slides always has an HTML element as its target.
  if (isInside && focusFirst(controlsFrom(slides.children[index], target as HTMLElement, step))) event.preventDefault();
  else if (beyond >= 0 && beyond < count) {
    event.preventDefault();
    goTo(beyond);
    if (isInside) enter(slides.children[beyond], step);
  }
}

/** Lists the controls of a slide in the direction of a step: those after `from`, or all without `from`. */
function controlsFrom(slide: Element | undefined, from: HTMLElement | undefined, step: 1 | -1): HTMLElement[] {
  const all = focusableWithin(slide);
  if (step < 0) all.reverse();
  return from ? all.slice(all.indexOf(from) + 1) : all;
}

function enter(slide: Element | undefined, step: 1 | -1): void {
  // The slide is inert until the next render, and inert elements cannot take the focus.
  slide?.removeAttribute('inert');
  focusFirst(controlsFrom(slide, undefined, step), { preventScroll: true });
}
