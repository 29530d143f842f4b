import type { KeyboardEvent } from 'react';
import { isRightToLeft } from './isRightToLeft.js';

/** Where a key moves the focus: along the line of text, across lines, or to an end. */
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
 * Reads where a key moves the focus in the element that handles it. Left and right swap where text runs from right to
 * left. `undefined` for any other key, with a modifier key held, and where another handler has used the key.
 */
export function keyMoveOf(event: KeyboardEvent): KeyMove | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return undefined;
  const move = MOVES.get(event.key);
  if (move !== 'next' && move !== 'previous') return move;
  return (move === 'next') === isRightToLeft(event.currentTarget) ? 'previous' : 'next';
}

/** The step among items in a line: 1, -1, or `undefined` where the move is not along it. */
export function stepOf(move: KeyMove | undefined): 1 | -1 | undefined {
  if (move === 'next') return 1;
  return move === 'previous' ? -1 : undefined;
}

/** The position a key moves to in a line of items; `undefined` where it is not along the line, or leads past an end. */
export function positionAfter(move: KeyMove | undefined, from: number, count: number): number | undefined {
  const step = stepOf(move);
  const to = step ? from + step : move === 'first' ? 0 : move === 'last' ? count - 1 : from;
  return to === from || to < 0 || to >= count ? undefined : to;
}
