import type { KeyboardEvent } from 'react';
import { isRightToLeft } from '../../ui/isRightToLeft.js';

/** Moves the focus among the tabs by the arrow keys, Home and End. At an end the key is left to the page. */
export function moveWithinTabs(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const tabs = [...event.currentTarget.querySelectorAll('button')];
  const from = tabs.findIndex((tab) => tab === event.target);
  const onKey = isRightToLeft(event.currentTarget) ? 'ArrowLeft' : 'ArrowRight';
  const backKey = onKey === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const to = { [onKey]: from + 1, [backKey]: from - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (from < 0 || to === undefined || to === from || !tabs[to]) return;
  event.preventDefault();
  tabs[to].focus();
}
