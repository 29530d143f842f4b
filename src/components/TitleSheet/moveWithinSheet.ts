import type { KeyboardEvent } from 'react';
import { keyMoveOf } from '../../ui/arrowKeys.js';
import { focusableWithin, focusFirst } from '../../ui/dialog/focusable.js';

/** Controls to which the arrow keys belong. */
const KEEPS_ARROWS = 'input, select, textarea, [contenteditable], [role="slider"]';

/**
 * Moves through the controls of a sheet by the arrow keys, in the order of the document: a remote has no other. At the
 * first and the last the key is left alone, and so it is while the control with the focus is scrolled out of sight: then
 * the sheet scrolls.
 *
 * @param body the part of the sheet that scrolls.
 */
export function moveWithinSheet(event: KeyboardEvent<HTMLElement>, body: HTMLElement | null): void {
  const move = keyMoveOf(event);
  if (!body || !move || move === 'first' || move === 'last') return;
  // Whatever has the focus is an element.
  const origin = event.target as HTMLElement;
  if (origin.closest(KEEPS_ARROWS)) return;
  if ((move === 'up' || move === 'down') && !isInSight(origin, body)) return;
  const isBack = move === 'previous' || move === 'up';
  const controls = focusableWithin(body);
  if (isBack) controls.reverse();
  const onward = controls.filter((control) => (isBack ? precedes(control, origin) : precedes(origin, control)));
  if (focusFirst(onward)) event.preventDefault();
}

function precedes(first: Node, second: Node): boolean {
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isInSight(element: HTMLElement, body: HTMLElement): boolean {
  const [own, seen] = [element.getBoundingClientRect(), body.getBoundingClientRect()];
  return own.bottom >= seen.top && own.top <= seen.bottom;
}
