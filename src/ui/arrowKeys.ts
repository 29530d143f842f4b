import type { KeyboardEvent } from 'react';

/** Direction in which a key moves focus: along the line of text, to another line, or to an end. */
export type KeyMove = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last';

const MOVES: ReadonlyMap<string, KeyMove> = new Map([
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
  ['Home', 'first'],
  ['End', 'last'],
]);

/**
 * Returns the direction in which a key moves focus inside the element that handles the event. Left and right are
 * swapped in right-to-left text. Returns `undefined` for other keys, while a modifier key is held, and when another
 * handler has called `preventDefault()`.
 */
export function keyMoveOf(event: KeyboardEvent): KeyMove | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return undefined;
  const move = MOVES.get(event.key);
  if (move !== 'next' && move !== 'previous') return move;
  return (move === 'next') === isRightToLeft(event.currentTarget) ? 'previous' : 'next';
}

/** Returns the step of a move to a neighbor in a line of items, 1 or -1, or `undefined` for other moves. */
export function stepOf(move: KeyMove | undefined): 1 | -1 | undefined {
  if (move === 'next') return 1;
  return move === 'previous' ? -1 : undefined;
}

/** Returns the new position in a line of items, or `undefined` when it would not change or would be past an end. */
export function positionAfter(move: KeyMove | undefined, from: number, count: number): number | undefined {
  const step = stepOf(move);
  const to = step ? from + step : move === 'first' ? 0 : move === 'last' ? count - 1 : from;
  return to === from || to < 0 || to >= count ? undefined : to;
}

/** Whether the element's text runs right to left. */
export function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

/** Controls in which the arrow keys move the caret or change the value. */
const KEEPS_ARROWS =
  'input:not([type=checkbox]):not([type=button]):not([type=submit]), select, textarea, [contenteditable], [role=slider]';

/**
 * Whether the arrow keys belong to the control that has the focus, such as a field of the app, so that they do not move
 * the focus. `<RemoteControl>` moves it from a field into which the user does not type.
 */
export function keepsArrows(target: EventTarget): boolean {
  return target instanceof Element && target.closest(KEEPS_ARROWS) !== null;
}
