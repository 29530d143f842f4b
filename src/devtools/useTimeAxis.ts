'use client';

import { startTransition, useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../react/hooks.js';
import { isRightToLeft } from '../ui/arrowKeys.js';
import { firstIndex, startOf } from './lanes.js';
import { createTimeScale, stretchesOf, type TimeScale } from './timeScale.js';
import type { TracedEvent } from './traceClient.js';

/** What a person sees of the axis, in pixels. */
interface View {
  readonly start: number;
  readonly width: number;
}

/** What a person sees where nothing can be measured, such as in jsdom. */
const UNMEASURED: View = { start: 0, width: 800 };
/** Distance to the end at which the timeline follows new events, in pixels. */
const END_PX = 16;
/** Space that an event keeps to the edges when it is scrolled into view, in pixels. */
const EDGE_PX = 48;

/** Return value of {@link useTimeAxis}. */
export interface TimeAxis {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Element that is as wide as the names of the lanes. */
  readonly corner: RefObject<HTMLDivElement | null>;
  readonly scale: TimeScale;
  /** Whether the width is known. Until then, marks would be rendered in vain. */
  readonly isMeasured: boolean;
  /** Range to render, in pixels: what is visible and a quarter of its width on both sides. */
  readonly from: number;
  readonly to: number;
  onScroll(): void;
  /** Changes the zoom. An event, or what is in the middle, keeps its place. */
  zoom(factor: number, kept?: TracedEvent): void;
  /** Shows all events at once, and from then on the last ones. */
  fit(): void;
  /** Scrolls an event into view. */
  reveal(event: TracedEvent): void;
}

/**
 * Measures and scrolls the axis of a timeline. While the user scrolls, it renders again only every quarter of the
 * width.
 */
export function useTimeAxis(events: readonly TracedEvent[]): TimeAxis {
  const scroller = useRef<HTMLDivElement>(null);
  const corner = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>();
  const { start, width } = view ?? UNMEASURED;
  const [pxPerMs, setPxPerMs] = useState<number>();
  const isAtEnd = useRef(true);
  /** What stays in its place when the scale changes. */
  const anchor = useRef<{ readonly at: number; readonly offset: number }>(undefined);

  const stretches = useMemo(() => stretchesOf(events), [events]);
  const scale = useMemo(() => createTimeScale(stretches, width, pxPerMs), [stretches, width, pxPerMs]);

  /** Zoom after the steps that have not been rendered yet. */
  const goal = useRef(0);
  useIsomorphicLayoutEffect(() => {
    goal.current = scale.pxPerMs;
  }, [scale]);

  const measure = useCallback(() => {
    const element = scroller.current;
    if (!element || element.clientWidth === 0) return setView((known) => known ?? UNMEASURED);
    const seen = Math.max(1, element.clientWidth - (corner.current?.offsetWidth ?? 0));
    const left = Math.abs(element.scrollLeft);
    const next = { start: partAt(left, seen), width: seen };
    setView((known) => (known?.start === next.start && known.width === next.width ? known : next));
    isAtEnd.current = left + element.clientWidth >= element.scrollWidth - END_PX;
  }, []);

  useIsomorphicLayoutEffect(() => {
    measure();
    const element = scroller.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure]);

  useIsomorphicLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const kept = anchor.current;
    anchor.current = undefined;
    if (start === 0 && scale.width <= width) {
      // There is nothing to scroll, and to measure would make the browser lay out all marks at once.
      isAtEnd.current = true;
      return;
    }
    if (kept) scrollTo(element, scale.x(kept.at) - kept.offset);
    else if (isAtEnd.current) scrollTo(element, scale.width);
    measure();
  }, [scale, measure]);

  const zoom = (factor: number, kept?: TracedEvent) => {
    const left = Math.abs(scroller.current?.scrollLeft ?? 0);
    const isSeen = (event: TracedEvent) => scale.x(startOf(event)) >= left && scale.x(startOf(event)) <= left + width;
    const middle = firstIndex(events.length, (index) => scale.x(startOf(events[index]!)) >= left + width / 2);
    const still = kept && isSeen(kept) ? kept : (events[middle] ?? events.at(-1));
    if (!still) return;
    const at = startOf(still);
    const offset = Math.min(scale.x(at) - left, width);
    anchor.current = { at, offset };
    const next = createTimeScale(stretches, width, goal.current * factor);
    goal.current = next.pxPerMs;
    const isAll = next.pxPerMs <= createTimeScale(stretches, width, undefined).pxPerMs;
    // Many marks change, so the browser may do other work in between.
    startTransition(() => {
      setPxPerMs(isAll ? undefined : next.pxPerMs);
      setView({ start: partAt(next.x(at) - offset, width), width });
    });
  };

  return {
    scroller,
    corner,
    scale,
    isMeasured: view !== undefined,
    from: start - width / 4,
    to: start + width * 1.5,
    onScroll: measure,
    zoom,
    fit() {
      isAtEnd.current = true;
      setPxPerMs(undefined);
    },
    reveal(event) {
      const element = scroller.current;
      if (!element) return;
      const [x, left] = [scale.x(startOf(event)), Math.abs(element.scrollLeft)];
      if (x < left + EDGE_PX) scrollTo(element, x - EDGE_PX);
      else if (x > left + width - EDGE_PX * 2) scrollTo(element, x - width + EDGE_PX * 2);
      // A zoom that has not been rendered yet must not scroll back to what it would have kept.
      if (anchor.current) anchor.current = { at: startOf(event), offset: x - Math.abs(element.scrollLeft) };
    },
  };
}

/** Rounds a distance down to a quarter of the width. */
function partAt(left: number, width: number): number {
  const part = width / 4;
  return Math.max(0, Math.floor(left / part) * part);
}

/** Scrolls to a distance from the start, which is on the right in right-to-left text. */
function scrollTo(element: HTMLElement, distance: number): void {
  element.scrollLeft = isRightToLeft(element) ? -distance : distance;
}
