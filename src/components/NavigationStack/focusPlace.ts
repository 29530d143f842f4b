import { focusableWithin, focusFirst } from '../../focus/focusable.js';
import { rowById } from './scrollPlace.js';

/** Returns the id of the row that contains an element. */
export function rowIdOf(element: EventTarget | null): string | undefined {
  return element instanceof Element ? element.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'] : undefined;
}

/**
 * Focuses the first focusable element inside the given element. In a rail, this is its tab stop.
 *
 * @returns whether an element took the focus.
 */
export function focusInside(element: Element, options?: FocusOptions): boolean {
  const all = focusableWithin(element);
  const stops = all.filter((found) => found.getAttribute('tabindex') === '0');
  return focusFirst([...stops, ...all], options);
}

/** Focuses the tab stop of a row, which is the item that the user clicked. Returns whether the focus is in the row. */
export function focusRow(page: HTMLElement, rowId: string): boolean {
  const row = rowById(page, rowId);
  if (!row) return false;
  if (row.contains(document.activeElement)) return true;
  // The scroll position is restored separately.
  return focusInside(row, { preventScroll: true });
}
