import type { KeyboardEvent } from 'react';
import { keyMoveOf, positionAfter } from '../../ui/arrowKeys.js';
import { keepsArrows } from '../../ui/keepsArrows.js';
import { focusableWithin, focusFirst } from '../../focus/focusable.js';

/** Content that the app opens, for example from the bar. It handles the arrow keys itself. */
const OPENED = 'dialog, [popover], [role="menu"], [role="listbox"]';

/** Moves the focus along the bar with the arrow keys, Home and End. Beyond an end, the browser handles the key. */
export function moveWithinBar(event: KeyboardEvent<HTMLElement>): void {
  const items = barItemsOf(event.currentTarget);
  const from = items.findIndex((item) => item === event.target);
  const move = keyMoveOf(event);
  const start = from < 0 ? undefined : positionAfter(move, from, items.length);
  if (start === undefined) return;
  const direction = move === 'next' || move === 'first' ? 1 : -1;
  for (let to = start; items[to] && to !== from; to += direction) {
    if (focusFirst([items[to]!])) return event.preventDefault();
  }
}

/** Whether the arrow keys belong to the app: in content outside the root, in a field, or in what is opened inside. */
export function hasOwnArrowKeys(root: HTMLElement | null, target: EventTarget): boolean {
  if (!root || !(target instanceof Element) || !root.contains(target)) return true;
  return keepsArrows(target) || root.contains(target.closest(OPENED));
}

/** Returns the links and buttons of the bar, in order: those of the brand, the tabs, and those of the app. */
function barItemsOf(bar: Element): HTMLElement[] {
  return focusableWithin(bar).filter((item) => item.matches('a, button') && !item.closest(OPENED));
}
