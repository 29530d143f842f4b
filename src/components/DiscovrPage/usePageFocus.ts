import { useRef, type RefObject } from 'react';
import type { Row } from '../../api/rows.js';
import { lastFocused } from '../../focus/lastFocus.js';
import { enterStop } from '../../focus/spatialMove.js';
import { useFocusAcrossViews, useLostFocus } from '../../ui/useViewFocus.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';

/**
 * Keeps the focus in a page when the focused element is removed: focuses the hero if it had the focus, the row that is now
 * in the place of the removed row, the first new row if a placeholder was focused, otherwise the page.
 *
 * @param view name of the current view.
 * @returns the ref of the page.
 */
export function usePageFocus(view: string, rows: readonly Row[]): RefObject<HTMLDivElement | null> {
  const shown = useRef(rows);
  const root = useFocusAcrossViews<HTMLDivElement>(view, (page) => {
    enter(page, shown.current);
    return null;
  });
  useLostFocus(root, (page) => enter(page, shown.current));
  useIsomorphicLayoutEffect(() => {
    shown.current = rows;
  });
  return root;
}

function enter(page: HTMLElement, rows: readonly Row[]): void {
  const lost = lastFocused()?.closest<HTMLElement>(STOPS);
  // By id, because a row without items has no rail. Placeholders and new rows come after the rows.
  const positionOf = ({ dataset }: HTMLElement) => {
    if (dataset['railStop'] === 'hero') return -1;
    const found = rows.findIndex(({ id }) => id === dataset['rowId']);
    return found < 0 ? rows.length : found;
  };
  const stops = [...page.querySelectorAll<HTMLElement>(STOPS)].filter(({ parentElement }) => parentElement === page);
  const next = lost && (stops.find((stop) => positionOf(stop) >= positionOf(lost)) ?? stops.at(-1));
  // Does not scroll to the top, so that the arrow keys continue from the visible rails.
  if (!next || !enterStop(next)) page.focus({ preventScroll: true });
}

const STOPS = '[data-rail-stop="hero"], [data-rail-stop="rail"]';
