'use client';

import { useRef, type RefObject } from 'react';
import type { Row } from '../../api/rows.js';
import { lastFocused, isFocusLost } from '../../focus/lastFocus.js';
import { enterStop } from '../../focus/spatialMove.js';
import { useFocusAcrossViews, useLostFocus } from '../../ui/useViewFocus.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { focusItem, placeOfItem, type ItemPlace } from '../../focus/successor.js';
import { isRemoteInUse } from '../../focus/scope.js';
import { bringIntoView } from '../../focus/scrolling.js';
import type { PagePlaces } from './pagePlaces.js';

/**
 * Keeps the focus in a page when the focused element is removed: focuses the hero if it had the focus, the row that is now
 * in the place of the removed row, the first new row if a placeholder or a button at the end was focused, otherwise the
 * page.
 *
 * @param view name of the current view.
 * @returns the ref of the page.
 */
export function usePageFocus(view: string, rows: readonly Row[]): RefObject<HTMLDivElement | null> {
  const shown = useRef(rows);
  const pass = (page: HTMLElement) => enter(page, shown.current);
  const root = useFocusAcrossViews<HTMLDivElement>(view, pass);
  useLostFocus(root, pass);
  useIsomorphicLayoutEffect(() => {
    shown.current = rows;
  });
  return root;
}

/** Focuses what took the place of the lost element. Returns that nothing else is to be focused. */
function enter(page: HTMLElement, rows: readonly Row[]): null {
  const lost = lastFocused()?.closest<HTMLElement>(STOPS);
  // By id, because a row without items has no rail. Placeholders, new rows and the end come after the rows.
  const positionOf = ({ dataset }: HTMLElement) => {
    if (dataset['railStop'] === 'hero') return -1;
    const found = rows.findIndex(({ id }) => id === dataset['rowId']);
    return found < 0 ? rows.length : found;
  };
  const stops = [...page.querySelectorAll<HTMLElement>(STOPS)].filter(({ parentElement }) => parentElement === page);
  const next = lost && (stops.find((stop) => positionOf(stop) >= positionOf(lost)) ?? stops.at(-1));
  // Does not scroll to the top, so that the arrow keys continue from the visible rails.
  if (!next || !enterStop(next)) page.focus({ preventScroll: true });
  return null;
}

const STOPS = '[data-rail-stop="hero"], [data-rail-stop="rail"], [data-rail-stop="end"]';

/**
 * When a page is shown while a remote control is in use and no element has the focus, focuses what was focused when the
 * page was left. Otherwise focuses the page, from which the remote control moves to the first control.
 *
 * @param places where the page remembers what was focused; `undefined` while the page is unknown.
 */
export function usePageEntry(root: RefObject<HTMLElement | null>, places: PagePlaces | undefined): void {
  const entered = useRef<PagePlaces>(undefined);
  const wanted = useRef<ItemPlace>(undefined);

  useIsomorphicLayoutEffect(() => {
    const page = root.current;
    if (!page || !places) return undefined;
    const note = ({ target }: Event) => {
      if (target instanceof HTMLElement && target.closest('[data-row-id]')) places.focused = placeOfItem(target, page);
    };
    page.addEventListener('focusin', note);
    return () => page.removeEventListener('focusin', note);
  }, [root, places]);

  // A page in `<Activity>` is entered again each time it is shown.
  useIsomorphicLayoutEffect(() => () => void (entered.current = undefined), []);

  useIsomorphicLayoutEffect(() => {
    const page = root.current;
    if (!page || !places) return;
    if (entered.current !== places) {
      // When another page was shown here before, its focused row may have handed the focus on to a row of this page.
      const isHandedOn = entered.current && places.focused && page.contains(document.activeElement);
      entered.current = places;
      if (!isRemoteInUse(page) || !(isHandedOn || isFocusLost(document))) return;
      wanted.current = places.focused;
      page.focus({ preventScroll: true });
    }
    // The rows may load later. Until then, the page has the focus, unless the user moves it.
    if (document.activeElement !== page) wanted.current = undefined;
    if (wanted.current && returnTo(page, wanted.current)) wanted.current = undefined;
  });
}

function returnTo(page: HTMLElement, place: ItemPlace): boolean {
  const rows = [...page.querySelectorAll<HTMLElement>('[data-row-id]')];
  const own = rows.find((row) => row.dataset['rowId'] === place.rowId);
  // As long as there are no rails, the rows are loading. A page that replaces another one has other rows.
  const areLoaded = own !== undefined || rows.some((row) => row.matches('.discovr-Rail'));
  if (!areLoaded || !(focusItem(page, place) || (own && enterStop(own)))) return false;
  bringIntoView(document.activeElement!);
  return true;
}
