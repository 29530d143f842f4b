'use client';

import { useEffect, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { keyMoveOf, positionAfter } from '../../ui/arrowKeys.js';
import { focusableAt, measureRail, positionOf } from './scrolling/measureRail.js';
import { offsetToShow } from './scrolling/railWindow.js';
import { scrollRail } from './scrolling/scrollRail.js';

/** What {@link useRovingItems} gives. */
export interface UseRovingItemsResult {
  /** The position that is in the order of the Tab key. */
  readonly tabStop: number;
  /** Gives the focus to a position, wherever it is. */
  readonly moveTo: (position: number) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Makes a rail one stop of the Tab key, within which the arrow keys of a keyboard or of a remote move. They stop at the
 * ends, so that a remote gets on to what lies beyond. The rail remembers where it was left.
 *
 * @param stops how many positions take the focus.
 * @param begin the position that is in the order of the Tab key at first.
 * @param onStopChange hears of that position.
 */
export function useRovingItems(
  list: HTMLElement | null,
  stops: number,
  begin: number,
  onStopChange: (position: number) => void,
): UseRovingItemsResult {
  const [current, setCurrent] = useState(begin);
  const [wish, setWish] = useState<{ readonly position: number }>();
  const tabStop = Math.max(0, Math.min(current, stops - 1));

  // It may have come into the document only by this render.
  useEffect(() => {
    if (list && wish) focusableAt(list, wish.position)?.focus({ preventScroll: true });
  }, [list, wish]);

  const stopAt = (position: number) => {
    setCurrent(position);
    onStopChange(position);
  };
  const moveTo = (position: number) => {
    stopAt(position);
    setWish({ position });
  };

  return {
    tabStop,
    moveTo,
    onFocus({ target }) {
      const position = positionOf(target);
      if (!list || Number.isNaN(position)) return;
      stopAt(position);
      // A press gives the focus too; what is pressed must not move away under the finger.
      if (target.matches(':focus-visible')) show(list, position);
    },
    onKeyDown(event) {
      const move = keyMoveOf(event);
      if (!list || !move || move === 'up' || move === 'down') return;
      const from = positionOf(event.target as Element);
      const to = Number.isNaN(from) ? tabStop : positionAfter(move, from, stops);
      if (to === undefined || to >= stops) return;
      event.preventDefault();
      moveTo(to);
    },
  };
}

function show(list: HTMLElement, position: number): void {
  const measures = measureRail(list);
  // Test environments have no layout.
  if (measures.stride === 0) return;
  list.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const offset = offsetToShow(position, measures, Number.parseFloat(getComputedStyle(list).paddingInlineStart));
  if (offset !== undefined) scrollRail(list, offset);
}
