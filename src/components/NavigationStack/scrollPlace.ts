import type { LeftPlace } from '../../react/navigation/leftPlaces.js';

/** What a page is looked at through: the window, or an element that scrolls. */
export type Scroller = HTMLElement;

/** The element whose `scrollTop` is that of the window. Test environments do not say which it is. */
export const windowScroller = (): Scroller => (document.scrollingElement ?? document.documentElement) as HTMLElement;

/** Where a page is scrolled to. */
export function scrollPlaceOf(scroller: Scroller, page: HTMLElement): Pick<LeftPlace, 'scrollTop' | 'topRow'> {
  const edge = edgeOf(scroller);
  const topRow = rowsOf(page).find((row) => row.getBoundingClientRect().bottom > edge);
  const id = topRow?.dataset['rowId'];
  return {
    scrollTop: scroller.scrollTop,
    topRow: topRow && id ? { id, offset: topRow.getBoundingClientRect().top - edge } : undefined,
  };
}

/**
 * Scrolls a page to where it was left, as far as it is there by now.
 *
 * @returns whether it was there already.
 */
export function scrollToPlace(
  scroller: Scroller,
  page: HTMLElement,
  { scrollTop, topRow }: Pick<LeftPlace, 'scrollTop' | 'topRow'>,
): boolean {
  const row = topRow && rowById(page, topRow.id);
  const top = row ? scroller.scrollTop + row.getBoundingClientRect().top - edgeOf(scroller) - topRow.offset : scrollTop;
  if (Math.abs(scroller.scrollTop - top) < 1) return !topRow || row !== undefined;
  jumpTo(scroller, top);
  return false;
}

/** Scrolls at once, also where an app has its page glide. */
export function jumpTo(scroller: Scroller, top: number): void {
  // Test environments without layout have no scrolling.
  scroller.scrollTo?.({ top, behavior: 'instant' });
}

/** The row of that id within a page. */
export function rowById(page: HTMLElement, id: string): HTMLElement | undefined {
  return rowsOf(page).find((row) => row.dataset['rowId'] === id);
}

function rowsOf(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-row-id]')];
}

/** Upper edge of what is seen, in pixels from that of the viewport. */
function edgeOf(scroller: Scroller): number {
  return scroller === windowScroller() ? 0 : scroller.getBoundingClientRect().top;
}
