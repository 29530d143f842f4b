import { focusableWithin, focusFirst } from '../../focus/focusable.js';
import type { FocusedItem } from '../../react/navigation/navigationStore.js';
import { rowById } from './scrollPlace.js';

/** Returns the row and the item that contain an element. */
export function focusedItemOf(element: EventTarget | null): FocusedItem | undefined {
  if (!(element instanceof Element)) return undefined;
  const rowId = element.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'];
  return rowId === undefined ? undefined : { rowId, itemId: itemIdOf(element) };
}

const itemIdOf = (element: Element) => element.closest<HTMLElement>('[data-item-id]')?.dataset['itemId'];

/**
 * Focuses the first focusable element inside the given element. In a rail, this is its tab stop; in a hero, an element
 * of the shown slide.
 *
 * @returns whether an element took the focus.
 */
export function focusInside(element: Element, options?: FocusOptions): boolean {
  const all = focusableWithin(element);
  const stops = all.filter((found) => found.getAttribute('tabindex') === '0' || found.closest('[data-rail-entry]'));
  return focusFirst([...stops, ...all], options);
}

/**
 * Focuses an item of a row or, without it, the tab stop of the row, which is the item that the user clicked. Returns
 * whether the focus is in the row.
 */
export function focusRow(page: HTMLElement, { rowId, itemId }: FocusedItem): boolean {
  const row = rowById(page, rowId);
  if (!row) return false;
  const cards = [...row.querySelectorAll<HTMLElement>('[data-item-id]')];
  const own = cards.filter((card) => card.dataset['itemId'] === itemId);
  if (own.length > 0 ? own.includes(document.activeElement as HTMLElement) : row.contains(document.activeElement)) {
    return true;
  }
  // The scroll position is restored separately.
  return focusFirst(own, { preventScroll: true }) || focusInside(row, { preventScroll: true });
}
