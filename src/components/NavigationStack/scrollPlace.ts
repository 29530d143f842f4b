import type { SavedPlace } from '../../react/navigation/navigationStore.js';

/** The element that scrolls a page: a scroll container, or the scrolling element of the window. */
export type Scroller = HTMLElement;

/** Returns the element that scrolls the window. Test environments have no `scrollingElement`. */
export const windowScroller = (): Scroller => (document.scrollingElement ?? document.documentElement) as HTMLElement;

/** Returns the scroll position of a page and its topmost visible row. */
export function scrollPlaceOf(scroller: Scroller, page: HTMLElement): Pick<SavedPlace, 'scrollTop' | 'topRow'> {
  const edge = edgeOf(scroller);
  const topRow = rowsOf(page).find((row) => row.getBoundingClientRect().bottom > edge && !isSticky(row));
  const id = topRow?.dataset['rowId'];
  return {
    scrollTop: scroller.scrollTop,
    topRow: topRow && id ? { id, offset: topRow.getBoundingClientRect().top - edge } : undefined,
  };
}

/**
 * Scrolls a page to a place, or to its end if the page has not loaded that far.
 *
 * @returns whether the page was already at the place.
 */
export function scrollToPlace(
  scroller: Scroller,
  page: HTMLElement,
  { scrollTop, topRow }: Pick<SavedPlace, 'scrollTop' | 'topRow'>,
): boolean {
  const row = topRow && rowById(page, topRow.id);
  const top = row ? scroller.scrollTop + row.getBoundingClientRect().top - edgeOf(scroller) - topRow.offset : scrollTop;
  if (Math.abs(scroller.scrollTop - top) < 1) return !topRow || row !== undefined;
  jumpTo(scroller, top);
  return false;
}

/** Scrolls instantly, even if the app sets smooth scrolling in CSS. */
export function jumpTo(scroller: Scroller, top: number): void {
  // Test environments without layout have no `scrollTo`.
  scroller.scrollTo?.({ top, behavior: 'instant' });
}

/** Whether an element stays in view while the page scrolls. */
export const isSticky = (element: Element): boolean => getComputedStyle(element).position === 'sticky';

/** Returns the row of a page by its id. */
export function rowById(page: HTMLElement, id: string): HTMLElement | undefined {
  return rowsOf(page).find((row) => row.dataset['rowId'] === id);
}

function rowsOf(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-row-id]')];
}

/** Returns the top edge of the visible area, in pixels from the top of the viewport. */
export function edgeOf(scroller: Scroller): number {
  return scroller === windowScroller() ? 0 : scroller.getBoundingClientRect().top;
}
