import type { KeyboardEvent } from 'react';
import { keyMoveOf, positionAfter } from '../../ui/arrowKeys.js';

/** Moves the focus between the tabs with the arrow keys, Home and End. Beyond an end, the browser handles the key. */
export function moveWithinTabs(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll('button')];
  const from = tabs.findIndex((tab) => tab === event.target);
  const to = from < 0 ? undefined : positionAfter(keyMoveOf(event), from, tabs.length);
  if (to === undefined) return;
  event.preventDefault();
  tabs[to]?.focus();
}
