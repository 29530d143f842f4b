'use client';

import { replaceEqualDeep } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { hasLayout } from '../../focus/visibility.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { isRightToLeft } from '../../ui/arrowKeys.js';
import { prefersReducedMotion } from '../../ui/motion.js';
import { useNearViewport } from './useNearViewport.js';

/** The range of a rail to render, and where the rail can scroll. */
export interface RailView extends RailRange {
  /** Whether the rail has been measured. Initially `true` for a rail that is restored to a place. */
  readonly isMeasured: boolean;
  readonly canScrollBack: boolean;
  readonly canScrollForward: boolean;
}

/** Return value of {@link useRailWindow}. */
interface UseRailWindowResult {
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
    setView((present) => replaceEqualDeep(present, seen));
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
      if (next.viewport === 0) return;
      look(next, element);
      // The stylesheet derives the height of rails that the browser skips from it.
      const group = element.closest<HTMLElement>('.discovr-RailGroup');
      group?.style.setProperty('--d-rail-width', `${next.viewport}px`);
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

/** Number of items rendered before the rail is measured: enough for a wide screen. */
const FIRST_ITEMS = 12;

/** Rails with up to this many items render all of them. */
export const WHOLE_UP_TO = 16;

/** Minimum number of items rendered beyond each edge, ready for scrolling. The window moves in steps of this number. */
const MARGIN = 4;

/** Measures of a rail, in CSS pixels. */
interface RailMeasures {
  /** Distance from the start of one item to the start of the next. `0` when items are not side by side. */
  readonly stride: number;
  /** Width of the visible part. */
  readonly viewport: number;
  /** Distance scrolled from the start edge: positive in both text directions. */
  readonly offset: number;
}

/** A range of positions, `end` excluded. */
interface RailRange {
  readonly first: number;
  readonly end: number;
}

/**
 * Returns the range of positions to render: the visible items and a few on each side. A range that extends beyond the
 * rail means that an end is near. Returns all positions when items are not side by side.
 */
export function railRange({ stride, viewport, offset }: RailMeasures): RailRange {
  if (stride <= 0) return { first: 0, end: Infinity };
  return {
    first: Math.floor((offset / stride - MARGIN) / MARGIN) * MARGIN,
    end: Math.ceil(((offset + viewport) / stride + MARGIN) / MARGIN) * MARGIN,
  };
}

/** Number of items at the start of a rail whose titles are in the document, until the user asks for all. */
export const LISTED = 60;

/** Lists the positions to render, in order: a range, and single positions outside it. */
export function positionsOf({ first, end }: RailRange, others: readonly number[], count: number): readonly number[] {
  const positions = new Set(others.filter((position) => position >= 0 && position < count));
  for (let position = Math.max(first, 0); position < Math.min(end, count); position++) positions.add(position);
  return [...positions].sort((a, b) => a - b);
}

/**
 * Returns the scroll offset that makes an item fully visible. It is a multiple of the stride, so that scroll snapping
 * does not move the rail. Returns `undefined` when the item is already fully visible.
 *
 * @param padding inline padding of the list on each side, in CSS pixels.
 */
export function offsetToShow(
  position: number,
  { stride, viewport, offset }: RailMeasures,
  padding: number,
): number | undefined {
  const room = viewport - padding;
  const start = position * stride;
  if (start < offset - 1) return start;
  if (start + stride <= offset + room + 1) return undefined;
  return Math.max(0, Math.ceil((start + stride - room) / stride) * stride);
}

/** Attribute with the position of an item, from 0. */
const POSITION = 'data-position';

/** Measures a rail. Reads layout, so call it only for rails near the viewport. */
export function measureRail(list: HTMLElement): RailMeasures {
  // First, because it lays out a list that the browser skips: the first position or size in it that Chromium returns can
  // be out of date.
  const offset = Math.abs(list.scrollLeft);
  return { stride: strideOf(list), viewport: list.clientWidth, offset };
}

/** Distance between neighboring items, computed from the first two in the document, which may not be neighbors. */
function strideOf(list: HTMLElement): number {
  // jsdom is slow to find elements, and all of them are at 0.
  if (!hasLayout()) return 0;
  const [first, second] = list.querySelectorAll(`:scope > [${POSITION}]`);
  if (!first || !second) return 0;
  const distance = second.getBoundingClientRect().left - first.getBoundingClientRect().left;
  return Math.abs(distance) / (positionOf(second) - positionOf(first));
}

/** Position of the item that contains an element; -1 when no item does. */
export function positionOf(element: Element): number {
  return Number(element.closest(`[${POSITION}]`)?.getAttribute(POSITION) ?? -1);
}

/** The focusable element at a position: the card of an item, or the button after the last item. */
export function focusableAt(list: HTMLElement, position: number): HTMLElement | null {
  const item = `:scope > [${POSITION}='${position}']`;
  return list.querySelector(`${item} a, ${item} button, ${item} [tabindex]`);
}

/** A scroll over more than this many rail widths is instant: a smooth one would take long and pass unrendered items. */
const FAR = 2;

/**
 * Scrolls a rail to an offset: smoothly, unless the offset is far away or the user prefers reduced motion.
 *
 * @param isHurried whether more scrolls follow at once, which a smooth scroll would fall behind.
 */
export function scrollRail(list: HTMLElement, offset: number, isHurried = false): void {
  const isFar = Math.abs(offset - Math.abs(list.scrollLeft)) > FAR * list.clientWidth;
  scrollSideways(list, offset, isHurried || isFar);
}

/** Scrolls a rail sideways until an item is fully visible. */
export function showItem(list: HTMLElement, position: number, isHurried = false): void {
  const measures = measureRail(list);
  // Test environments have no layout.
  if (measures.stride === 0) return;
  const offset = offsetToShow(position, measures, Number.parseFloat(getComputedStyle(list).paddingInlineStart));
  if (offset !== undefined) scrollRail(list, offset, isHurried);
}

/** Restores the scroll offset of a rail, without animation. */
function placeRail(list: HTMLElement, offset: number): void {
  if (offset > 0) scrollSideways(list, offset, true);
}

/**
 * Scrolls an element to a distance from its start edge, in CSS pixels.
 *
 * @param isInstant whether it does not scroll smoothly. It never does when the user prefers reduced motion.
 */
export function scrollSideways(element: HTMLElement, offset: number, isInstant: boolean): void {
  const behavior = isInstant || prefersReducedMotion() ? 'instant' : 'smooth';
  element.scrollTo({ left: isRightToLeft(element) ? -offset : offset, behavior });
}
