import { focusableWithin } from '../../ui/dialog/focusable.js';
import { rowById } from './scrollPlace.js';

/** The row an element stands in. */
export function rowIdOf(element: EventTarget | null): string | undefined {
  return element instanceof Element ? element.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'] : undefined;
}

/** The first element within another that takes the focus; in a rail, that which is its stop of the Tab key. */
export function firstFocusable(inside: Element): HTMLElement | undefined {
  const all = focusableWithin(inside);
  return all.find((element) => element.getAttribute('tabindex') === '0') ?? all[0];
}

/** Gives the focus to what was pressed in a row. Returns whether the row has it. */
export function focusRow(page: HTMLElement, rowId: string): boolean {
  const row = rowById(page, rowId);
  if (!row) return false;
  if (row.contains(document.activeElement)) return true;
  const target = firstFocusable(row);
  // Where it is scrolled to is remembered apart.
  target?.focus({ preventScroll: true });
  return target !== undefined;
}

/** Whether nothing on the page has the focus, as after its element went. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
