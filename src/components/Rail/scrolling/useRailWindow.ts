'use client';

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { hasLayout } from '../../../focus/hasLayout.js';
import { useIsomorphicLayoutEffect } from '../../../react/hooks.js';
import { measureRail } from './measureRail.js';
import { FIRST_ITEMS, railRange, type RailMeasures, type RailRange } from './railWindow.js';
import { placeRail } from './scrollRail.js';
import { useNearViewport } from './useNearViewport.js';

/** The range of a rail to render, and where the rail can scroll. */
export interface RailView extends RailRange {
  /** Whether the rail has been measured. Initially `true` for a rail that is restored to a place. */
  readonly isMeasured: boolean;
  readonly canScrollBack: boolean;
  readonly canScrollForward: boolean;
}

/** Return value of {@link useRailWindow}. */
export interface UseRailWindowResult {
  readonly view: RailView;
  /** Whether the rail has come near the viewport. Stays `true` from then on. */
  readonly isNear: boolean;
  /**
   * The list, also after it has been removed. It is not state, because each rail would then render twice when it mounts.
   */
  readonly list: RefObject<HTMLElement | null>;
  readonly setList: (list: HTMLElement | null) => void;
  readonly onScroll: () => void;
}

const UNSEEN: RailMeasures = { stride: 0, viewport: 0, offset: 0 };

/**
 * Tracks which items of a rail are visible. While the user scrolls, the rail renders again only every few items.
 *
 * @param begin position of the item that is initially at the start edge.
 * @param isReturning whether the items up to there are still loading. The rail scrolls to its place when they are loaded,
 *   unless the user has scrolled it.
 * @param onFirstChange called on each scroll with the position of the item at the start edge.
 */
export function useRailWindow(
  count: number,
  begin: number,
  isReturning: boolean,
  onFirstChange: (first: number) => void,
): UseRailWindowResult {
  const list = useRef<HTMLElement>(null);
  const [view, setView] = useState<RailView>({
    first: begin,
    end: begin + FIRST_ITEMS,
    isMeasured: begin > 0,
    canScrollBack: begin > 0,
    canScrollForward: false,
  });
  const { isNear, watch } = useNearViewport();
  const [replacements, setReplacements] = useState(0);
  const measures = useRef(UNSEEN);
  const goal = useRef(begin);

  const setList = useCallback(
    (element: HTMLElement | null) => {
      watch(element && railOf(element));
      if (!element) return;
      if (list.current && list.current !== element) setReplacements((number) => number + 1);
      list.current = element;
    },
    [watch],
  );

  const look = useCallback((next: RailMeasures, element: HTMLElement) => {
    measures.current = next;
    const seen: RailView = {
      ...railRange(next),
      isMeasured: true,
      canScrollBack: next.offset > 1,
      canScrollForward: next.offset + next.viewport < element.scrollWidth - 1,
    };
    setView((present) => (isSameView(present, seen) ? present : seen));
  }, []);

  // Runs before paint, so that a restored rail never flashes at its start.
  useIsomorphicLayoutEffect(() => {
    const element = list.current;
    if (!element || isReturning || goal.current === 0) return;
    placeRail(element, goal.current * measureRail(element).stride);
    goal.current = 0;
    // A rail that was shown before has rendered the items at its start.
    if (measures.current !== UNSEEN) look(measureRail(element), element);
  }, [isReturning, look, count]);

  useEffect(() => {
    // Measuring a rail far from the viewport would force the layout that the browser skips.
    const element = list.current;
    if (!element || !isNear) return undefined;
    // All items are rendered in test environments without layout.
    if (!hasLayout()) return look(measureRail(element), element);
    const observer = new ResizeObserver(() => {
      const next = measureRail(element);
      // A hidden rail would seem to end: its items have no size.
      if (next.viewport > 0) look(next, element);
    });
    // Observes the heading, which is as wide as the list: WebKit reports an error when it lays out an observed list
    // that was skipped by `content-visibility`.
    observer.observe(railOf(element).querySelector('.discovr-Rail-title') ?? element);
    return () => observer.disconnect();
    // A rail that has grown, or whose list has been replaced, must be measured again.
  }, [isNear, look, count, replacements]);

  const onScroll = () => {
    const element = list.current;
    if (!element) return;
    goal.current = 0;
    // A key can scroll a rail before it has been measured.
    const known = measures.current.stride > 0 ? measures.current : measureRail(element);
    const offset = Math.abs(element.scrollLeft);
    look({ ...known, offset }, element);
    if (known.stride > 0) onFirstChange(Math.round(offset / known.stride));
  };
  return { view, isNear, list, setList, onScroll };
}

const railOf = (list: HTMLElement) => list.closest('.discovr-Rail') ?? list;

function isSameView(a: RailView, b: RailView): boolean {
  return (
    a.first === b.first &&
    a.end === b.end &&
    a.isMeasured === b.isMeasured &&
    a.canScrollBack === b.canScrollBack &&
    a.canScrollForward === b.canScrollForward
  );
}
