import { focusableWithin, focusFirst } from '../../focus/focusable.js';
import { isRemoteInUse } from '../../focus/scope.js';
import { bringIntoView, isSticky } from '../../focus/scrolling.js';
import { focusItem, type ItemPlace } from '../../focus/successor.js';
import type { SavedPlace } from '../../react/navigation/navigationStore.js';

/** The element that scrolls a page: a scroll container, or the scrolling element of the window. */
type Scroller = HTMLElement;

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
export function jumpTo(scroller: Scroller | null, top: number): void {
  // Test environments without layout have no `scrollTo`.
  scroller?.scrollTo?.({ top, behavior: 'instant' });
}

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
export function focusRow(page: HTMLElement, place: ItemPlace): boolean {
  const { rowId, itemId } = place;
  const row = rowId === undefined ? undefined : rowById(page, rowId);
  if (!row) return isRemoteInUse(page) && focusNearRow(page, place);
  const cards = [...row.querySelectorAll<HTMLElement>('[data-item-id]')];
  const own = cards.filter((card) => card.dataset['itemId'] === itemId);
  if (own.length > 0 ? own.includes(document.activeElement as HTMLElement) : row.contains(document.activeElement)) {
    return true;
  }
  // The scroll position is restored separately.
  return focusFirst(own, { preventScroll: true }) || focusInside(row, { preventScroll: true });
}

/**
 * Focuses the item at the place of an item whose row has not loaded or has been replaced, or the last rail above it, and
 * scrolls there, so that further rows load. Returns whether the place is reached.
 */
function focusNearRow(page: HTMLElement, place: ItemPlace): boolean {
  const rails = [...page.querySelectorAll<HTMLElement>('[data-rail-stop="rail"]')];
  const isLoaded = rails[place.railIndex]?.dataset['rowId'] !== undefined;
  if (!focusItem(page, isLoaded ? place : { ...place, itemId: undefined })) return false;
  const { activeElement: active } = document;
  bringIntoView(active!);
  return isLoaded && active!.closest('[data-position]') !== null;
}

/** Maximum time to wait for a page, in milliseconds. */
const PATIENCE_MS = 3_000;

/**
 * Number of consecutive frames in which the attempt must succeed, because content that was skipped by
 * `content-visibility` gets its real height one frame later.
 */
const STEADY_FRAMES = 3;

/** User input that ends the attempts. */
const USER_INPUT = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Runs an attempt immediately and on each frame until it has succeeded for several consecutive frames, three seconds
 * have passed, or the user scrolls, clicks or presses a key.
 *
 * @param onEnd called with whether the last attempt succeeded. Not called after a cancellation.
 * @returns a function that cancels the attempts.
 */
export function keepTrying(
  attempt: () => boolean,
  onEnd: (hasSucceeded: boolean) => void = () => undefined,
): () => void {
  const start = performance.now();
  let steady = 0;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    for (const type of USER_INPUT) window.removeEventListener(type, end, true);
  };
  const end = () => {
    stop();
    onEnd(steady > 0);
  };
  const step = () => {
    steady = attempt() ? steady + 1 : 0;
    if (steady < STEADY_FRAMES && performance.now() - start < PATIENCE_MS) {
      frame = requestAnimationFrame(step);
      return;
    }
    stop();
    onEnd(steady > 0);
  };
  for (const type of USER_INPUT) window.addEventListener(type, end, { capture: true, passive: true });
  step();
  return stop;
}
