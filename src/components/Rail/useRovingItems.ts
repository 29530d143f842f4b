'use client';

import { useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { focusableWithin, focusFirst, showsFocus } from '../../focus/focusable.js';
import { bringIntoView } from '../../focus/scrolling.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { keyMoveOf, positionAfter } from '../../ui/arrowKeys.js';
import { useLostFocus } from '../../ui/useViewFocus.js';
import { focusableAt, measureRail, offsetToShow, positionOf, scrollRail } from './useRailWindow.js';

/** Longest duration of a smooth scroll, in milliseconds. */
const SCROLL_MS = 1_000;

/** Return value of {@link useRovingItems}. */
interface UseRovingItemsResult {
  /** Position of the only item in the tab order. */
  readonly tabStop: number;
  /** Focuses a position, even if it is not rendered yet. */
  readonly moveTo: (position: number) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Makes a rail one tab stop. The arrow keys of a keyboard or remote move the focus in it. Beyond an end, the browser
 * handles the key, so that a remote can leave the rail. The rail remembers its tab stop.
 *
 * @param stops number of focusable positions.
 * @param begin initial position of the tab stop.
 * @param isReturning whether the items up to the tab stop are still loading. If the list has the focus, it keeps it until
 *   then.
 * @param onStopChange called with the position of the tab stop.
 */
export function useRovingItems(
  list: RefObject<HTMLElement | null>,
  stops: number,
  begin: number,
  isReturning: boolean,
  onStopChange: (position: number) => void,
): UseRovingItemsResult {
  const [current, setCurrent] = useState(begin);
  const [requested, setRequested] = useState<{ readonly position: number }>();
  const tabStop = Math.max(0, Math.min(current, stops - 1));

  // In an effect, because the item may not be in the document before this render.
  useIsomorphicLayoutEffect(() => {
    if (list.current && requested) focusableAt(list.current, requested.position)?.focus({ preventScroll: true });
  }, [list, requested]);

  /** When the rail last scrolled to the focused item, in milliseconds since the page was opened. */
  const shownAt = useRef(-SCROLL_MS);
  const isKeyHeld = useRef(false);
  const neighbors = useRef<readonly (Element | null)[]>([]);
  const focusTabStop = (element: HTMLElement) =>
    (focusableAt(element, tabStop) ?? element).focus({ preventScroll: true });
  useIsomorphicLayoutEffect(() => {
    const { activeElement: active } = document;
    const element = list.current;
    if (!element || !active || !element.contains(active)) return;
    // The list has the focus while its first items load.
    if (active === element) {
      if (!isReturning) focusTabStop(element);
      return;
    }
    // The browser ends a smooth scroll when the rail grows.
    if (performance.now() - shownAt.current < SCROLL_MS) scrollTo(element, positionOf(active));
  }, [list, stops, isReturning]);
  useLostFocus(list, (element) => {
    // An empty rail renders nothing.
    if (element.isConnected) focusTabStop(element);
    else neighbors.current.some((neighbor) => neighbor && enterRailStop(neighbor));
  });

  const stopAt = (position: number) => {
    setCurrent(position);
    onStopChange(position);
  };
  const moveTo = (position: number) => {
    stopAt(position);
    setRequested({ position });
  };

  return {
    tabStop,
    moveTo,
    onFocus({ target, currentTarget }) {
      neighbors.current = [currentTarget.nextElementSibling, currentTarget.previousElementSibling];
      const position = positionOf(target);
      const element = list.current;
      if (!element || Number.isNaN(position)) return;
      stopAt(position);
      // A click focuses the card too, and the card must not move under the pointer.
      if (!showsFocus(target)) return;
      // Chromium 109 ignores the scroll margin of a list that scrolls, but not that of the element around it.
      element.parentElement?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
      scrollTo(element, position, isKeyHeld.current);
      isKeyHeld.current = false;
      shownAt.current = performance.now();
    },
    onKeyDown(event) {
      const move = keyMoveOf(event);
      if (!move || move === 'up' || move === 'down') return;
      const from = positionOf(event.target as Element);
      const to = Number.isNaN(from) ? tabStop : positionAfter(move, from, stops);
      if (to === undefined || to >= stops) return;
      event.preventDefault();
      isKeyHeld.current = event.repeat;
      moveTo(to);
    },
  };
}

/** Scrolls a rail sideways until an item is fully visible. */
function scrollTo(list: HTMLElement, position: number, isKeyHeld = false): void {
  const measures = measureRail(list);
  // Test environments have no layout.
  if (measures.stride === 0) return;
  const offset = offsetToShow(position, measures, Number.parseFloat(getComputedStyle(list).paddingInlineStart));
  if (offset !== undefined) scrollRail(list, offset, isKeyHeld);
}

/** Selector of the elements that the up and down arrow keys move between, such as rails and the hero. */
export const RAIL_STOP = '[data-rail-stop]';

/**
 * Scrolls a rail or hero into view and focuses its tab stop, or its list while the items load.
 *
 * @returns whether it took the focus.
 */
export function enterRailStop(stop: Element): boolean {
  const all = focusableWithin(stop);
  // In a hero, the buttons precede the slides for screen readers, but the arrow keys must reach the shown slide first.
  const entries = all.filter((element) => element.closest('[data-rail-entry]'));
  const lists = stop.querySelectorAll<HTMLElement>('.discovr-Rail-list');
  if (!focusFirst([...entries, ...all, ...lists], { preventScroll: true })) return false;
  // Test environments without layout have no `scrollIntoView`.
  stop.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  bringIntoView(document.activeElement!);
  return true;
}
