'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useIsomorphicLayoutEffect } from '../../../ui/useIsomorphicLayoutEffect.js';
import { measureRail } from './measureRail.js';
import { FIRST_ITEMS, railRange, type RailMeasures, type RailRange } from './railWindow.js';
import { placeRail } from './scrollRail.js';
import { useNearViewport } from './useNearViewport.js';

/** What is seen of a rail. */
export interface RailView extends RailRange {
  /** Whether the rail has been laid out and seen, or nearly. */
  readonly isMeasured: boolean;
  readonly canScrollBack: boolean;
  readonly canScrollOn: boolean;
}

/** What {@link useRailWindow} gives. */
export interface UseRailWindowResult {
  readonly view: RailView;
  /** Whether the rail has come near the viewport. */
  readonly isNear: boolean;
  /** The list's element, where it is there. */
  readonly list: HTMLElement | null;
  readonly setList: (list: HTMLElement | null) => void;
  readonly onScroll: () => void;
}

const UNSEEN: RailMeasures = { stride: 0, viewport: 0, offset: 0 };

/**
 * Follows which items of a rail are seen. A rail that is scrolled renders only when that changes by a few items.
 *
 * @param begin the item that is at the start edge at first.
 * @param onFirstChange hears of the item at the start edge.
 */
export function useRailWindow(
  count: number,
  begin: number,
  onFirstChange: (first: number) => void,
): UseRailWindowResult {
  const [list, setList] = useState<HTMLElement | null>(null);
  const [view, setView] = useState<RailView>({
    first: begin,
    end: begin + FIRST_ITEMS,
    isMeasured: begin > 0,
    canScrollBack: begin > 0,
    canScrollOn: false,
  });
  const rail = list?.closest('.discovr-Rail') ?? list;
  const isNear = useNearViewport(rail);
  const measures = useRef(UNSEEN);
  const goal = useRef(begin);

  // Before anything is painted, so that a rail that was left in its middle is never seen at its beginning.
  useIsomorphicLayoutEffect(() => {
    if (!list || goal.current === 0) return;
    placeRail(list, goal.current * measureRail(list).stride);
    goal.current = 0;
  }, [list]);

  const look = useCallback((next: RailMeasures, element: HTMLElement) => {
    measures.current = next;
    const seen: RailView = {
      ...railRange(next),
      isMeasured: true,
      canScrollBack: next.offset > 1,
      canScrollOn: next.offset + next.viewport < element.scrollWidth - 1,
    };
    setView((present) => (isSameView(present, seen) ? present : seen));
  }, []);

  useEffect(() => {
    // Measuring would force a layout on a rail that the browser skips, far from the viewport.
    if (!list || !isNear) return undefined;
    const measure = () => look(measureRail(list), list);
    // Where nothing is laid out, all items are there.
    if (typeof ResizeObserver === 'undefined') return measure();
    const observer = new ResizeObserver(measure);
    // The heading, as wide as the list: WebKit reports a skipped list that gets its layout as an error of the page.
    observer.observe(rail?.querySelector('.discovr-Rail-title') ?? list);
    return () => observer.disconnect();
    // A rail that has grown is measured again.
  }, [list, rail, isNear, look, count]);

  const onScroll = () => {
    if (!list) return;
    // A key can scroll a rail before it has been measured.
    const known = measures.current.stride > 0 ? measures.current : measureRail(list);
    const offset = Math.abs(list.scrollLeft);
    look({ ...known, offset }, list);
    if (known.stride > 0) onFirstChange(Math.round(offset / known.stride));
  };
  return { view, isNear, list, setList, onScroll };
}

function isSameView(one: RailView, other: RailView): boolean {
  return (
    one.first === other.first &&
    one.end === other.end &&
    one.isMeasured === other.isMeasured &&
    one.canScrollBack === other.canScrollBack &&
    one.canScrollOn === other.canScrollOn
  );
}
