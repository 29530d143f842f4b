import { focusableWithin, focusFirst } from '../../focus/focusable.js';

/** Selector of the elements that the up and down arrow keys move between, such as rails and the hero. */
export const RAIL_STOP = '[data-rail-stop]';

/**
 * Scrolls a rail or hero into view and focuses its tab stop, or its list while the items load.
 *
 * @returns whether it took the focus.
 */
export function enterRailStop(stop: Element): boolean {
  const all = focusableWithin(stop);
  // In a hero, the buttons precede the slides for screen readers, but the arrow keys must reach the shown slide first.
  const entries = all.filter((element) => element.closest('[data-rail-entry]'));
  const lists = stop.querySelectorAll<HTMLElement>('.discovr-Rail-list');
  if (!focusFirst([...entries, ...all, ...lists], { preventScroll: true })) return false;
  // Test environments without layout have no `scrollIntoView`.
  stop.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  return true;
}
