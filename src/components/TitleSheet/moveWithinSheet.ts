import type { KeyboardEvent } from 'react';
import { keepsArrows, keyMoveOf } from '../../ui/arrowKeys.js';
import { focusableWithin, focusFirst } from '../../focus/focusable.js';

/**
 * Moves focus through the controls of a sheet with the arrow keys, in document order, because a remote control has no
 * Tab key. At the first and last control, and while the focused control is scrolled out of view, a key keeps its
 * default action, so that the sheet scrolls.
 *
 * @param body the scrolling part of the sheet.
 */
export function moveWithinSheet(event: KeyboardEvent<HTMLElement>, body: HTMLElement | null): void {
  const move = keyMoveOf(event);
  if (!body || !move || move === 'first' || move === 'last' || keepsArrows(event.target)) return;
  // The target of a key event is the focused element.
  const origin = event.target as HTMLElement;
  if ((move === 'up' || move === 'down') && !isInView(origin, body)) return;
  const isBack = move === 'previous' || move === 'up';
  const controls = focusableWithin(body);
  if (isBack) controls.reverse();
  const onward = controls.filter((control) => (isBack ? precedes(control, origin) : precedes(origin, control)));
  if (focusFirst(onward)) event.preventDefault();
}

function precedes(first: Node, second: Node): boolean {
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isInView(element: HTMLElement, body: HTMLElement): boolean {
  const [own, seen] = [element.getBoundingClientRect(), body.getBoundingClientRect()];
  return own.bottom >= seen.top && own.top <= seen.bottom;
}
