import type { KeyboardEvent } from 'react';
import { focusFirst } from '../focus/focusable.js';
import { nearest, type Direction } from '../focus/geometry.js';
import { enter } from '../focus/spatialMove.js';

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

/** Items that the arrow keys move between, in order. */
interface Line {
  readonly count: number;
  /** Index of the focused item; -1 when the focus is elsewhere. */
  readonly from: number;
  /**
   * Index to which a key leads when the focus is elsewhere.
   * @default none
   */
  readonly entry?: number | undefined;
  /** Focuses an item, which may not be rendered yet. Returns whether it takes the focus. */
  readonly focusAt: (index: number) => boolean;
}

/** Steps of the moves in a line of text, and in a stack of lines. */
const STEPS: Readonly<Record<'line' | 'stack', Partial<Record<KeyMove, 1 | -1>>>> = {
  line: { next: 1, previous: -1, first: 1, last: -1 },
  stack: { down: 1, up: -1 },
};

/**
 * Moves the focus along a line of items with the left and right arrow keys, Home and End, or along a `stack` with the up
 * and down arrow keys. Skips items that do not take the focus. Beyond an end, and in a field, the browser handles the
 * key. Reads no layout.
 *
 * @param lineOf called when the key is one of these.
 * @returns whether the focus moved.
 */
export function moveAlong(event: KeyboardEvent, lineOf: () => Line, axis: 'line' | 'stack' = 'line'): boolean {
  const move = keyMoveOf(event);
  const step = move && STEPS[axis][move];
  if (!step || keepsArrows(event.target)) return false;
  const { count, from, entry = -1, focusAt } = lineOf();
  let to = move === 'first' ? 0 : move === 'last' ? count - 1 : from + step;
  if (from < 0) to = entry;
  while (to >= 0 && to < count && to !== from && !focusAt(to)) to += step;
  if (to < 0 || to >= count || to === from) return false;
  event.preventDefault();
  return true;
}

/** Moves the focus along elements as {@link moveAlong} does. */
export const moveAmong = (event: KeyboardEvent, elementsOf: () => readonly HTMLElement[]): boolean =>
  moveAlong(event, () => {
    const elements = elementsOf();
    const from = elements.findIndex((element) => element === event.target);
    return { count: elements.length, from, focusAt: (index) => focusFirst([elements[index]!]) };
  });

/**
 * Moves the focus to the nearest of several controls in the direction of an arrow key. Reads layout.
 *
 * @param controlsOf called when the key is an arrow key.
 */
export function moveToNearest(event: KeyboardEvent, controlsOf: () => readonly HTMLElement[]): void {
  const { target: origin } = event;
  const direction = keyMoveOf(event) && DIRECTIONS.get(event.key);
  if (!direction || !(origin instanceof Element) || keepsArrows(origin)) return;
  const left = controlsOf().filter((control) => control !== origin);
  const next = () => {
    const to = left.map((control) => control.getBoundingClientRect());
    return nearest({ from: origin.getBoundingClientRect(), to, direction });
  };
  // Some may not take the focus.
  for (let index = next(); index !== undefined; index = next())
    if (left.splice(index, 1).some(enter)) return event.preventDefault();
}

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['ArrowRight', 'right'],
  ['ArrowLeft', 'left'],
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
]);

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
