import { useRef, type RefObject } from 'react';
import type { Row } from '../../api/schemas/row.js';
import { lastFocused } from '../../focus/lastFocus.js';
import { useIsomorphicLayoutEffect } from '../../ui/useIsomorphicLayoutEffect.js';
import { useLostFocus } from '../../ui/useLostFocus.js';
import { enterRailStop } from '../Rail/enterRailStop.js';

/**
 * When a focused row is removed or replaced, focuses the row that took its place, otherwise the page. The first loaded
 * row takes the place of a placeholder.
 */
export function useFocusAcrossRows(root: RefObject<HTMLElement | null>, rows: readonly Row[]): void {
  const shown = useRef(rows);
  useLostFocus(root, (page) => {
    const lost = lastFocused()?.closest<HTMLElement>('.discovr-Rail');
    const found = shown.current.findIndex(({ id }) => id === lost?.dataset['rowId']);
    const position = lost && found < 0 ? shown.current.length : found;
    const rails = [...page.querySelectorAll(':scope > .discovr-Rail')];
    const next = position < 0 ? undefined : rails[Math.min(position, rails.length - 1)];
    if (!next || !enterRailStop(next)) page.focus({ preventScroll: true });
  });
  useIsomorphicLayoutEffect(() => {
    shown.current = rows;
  });
}
