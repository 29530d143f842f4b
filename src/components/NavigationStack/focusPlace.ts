import { focusableWithin, focusFirst } from '../../ui/dialog/focusable.js';
import { rowById } from './scrollPlace.js';

/** The row an element stands in. */
export function rowIdOf(element: EventTarget | null): string | undefined {
  return element instanceof Element ? element.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'] : undefined;
}

/**
 * Gives the focus to the first element within another that takes it; in a rail, to its stop of the Tab key.
 *
 * @returns whether there is one.
 */
export function focusInside(element: Element, options?: FocusOptions): boolean {
  const all = focusableWithin(element);
  const stops = all.filter((found) => found.getAttribute('tabindex') === '0');
  return focusFirst([...stops, ...all], options);
}

/** Gives the focus to what was pressed in a row. Returns whether the row has it. */
export function focusRow(page: HTMLElement, rowId: string): boolean {
  const row = rowById(page, rowId);
  if (!row) return false;
  if (row.contains(document.activeElement)) return true;
  // Where it is scrolled to is remembered apart.
  return focusInside(row, { preventScroll: true });
}

/** Whether nothing on the page has the focus, as after its element went. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
