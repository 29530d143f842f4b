'use client';

import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { focusableWithin, focusFirst } from '../../focus/focusable.js';
import { useIsomorphicLayoutEffect, useLatestMethods } from '../../react/hooks.js';
import { startInterval } from '../../shared/time.js';
import { moveAlong, moveAmong } from '../../ui/arrowKeys.js';
import { usePrefersReducedMotion } from '../../ui/hooks.js';
import { scrollSideways } from '../Rail/useRailWindow.js';

/** Options of {@link useCarousel}. */
export interface UseCarouselOptions {
  /** Number of slides. */
  count: number;
  /** Milliseconds between automatic slide changes. Without a positive number, slides do not change automatically. */
  autoPlayMs?: number | undefined;
  /**
   * Position of the initial slide, such as the one to restore. Beyond the last slide, it is the last one.
   * @default 0
   */
  defaultIndex?: number | undefined;
  /** Called with the position of the shown slide when it changes. */
  onIndexChange?: ((index: number) => void) | undefined;
  /** Called with the position of a slide without buttons that the user has reached with an arrow key. */
  onBareSlide: (index: number) => void;
}

/** Return value of {@link useCarousel}. */
export interface UseCarouselResult {
  /** Position of the shown slide, from 0. */
  readonly index: number;
  /** Whether the shown slide is in its place. `false` while the slides scroll. */
  readonly isSettled: boolean;
  /** Shows a slide. A position beyond either end wraps around. */
  readonly goTo: (index: number) => void;
  /** Whether slides change automatically. */
  readonly isPlaying: boolean;
  readonly togglePlaying: () => void;
  /** Props of the element around the slides and buttons. */
  readonly rootProps: {
    onMouseEnter: () => void;
    onMouseLeave: () => void;
    onFocus: (event: FocusEvent<HTMLElement>) => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
  /** Props of the scroll container. Its children are the slides, each as wide as the container. */
  readonly slidesProps: {
    ref: RefObject<HTMLDivElement | null>;
    onScroll: () => void;
    onPointerDown: () => void;
    onWheel: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/**
 * Provides the behavior of a carousel without its looks: slides that scroll and snap, one of which is shown. The others
 * are `inert`, so they take no focus and are hidden from screen readers.
 */
export function useCarousel(options: UseCarouselOptions): UseCarouselResult {
  const { count, autoPlayMs, defaultIndex = 0, onIndexChange, onBareSlide } = options;
  const slides = useRef<HTMLDivElement>(null);
  // The slide to which the carousel scrolls after a click or a key press.
  const goal = useRef<number>(undefined);
  const begin = useRef(defaultIndex);
  const [shown, setShown] = useState(defaultIndex);
  const [isSettled, setIsSettled] = useState(true);
  const index = Math.max(0, Math.min(shown, count - 1));

  const show = (next: number) => {
    if (next !== index) onIndexChange?.(next);
    setShown(next);
  };
  const goTo = (wanted: number) => {
    const to = (wanted + count) % count;
    if (!slides.current || to === index) return;
    goal.current = scrollToSlide(slides.current, to, Math.abs(to - index) > 1) ? to : undefined;
    setIsSettled(isAtRest(slides.current, to));
    show(to);
  };
  const clearGoal = () => {
    goal.current = undefined;
  };
  const { step } = useLatestMethods({
    step() {
      // Slides that the app hides cannot scroll. Older browsers do not say so.
      if (slides.current?.checkVisibility?.() !== false) goTo(index + 1);
    },
  });
  const autoPlay = useAutoPlay(count > 1 ? autoPlayMs : undefined, index, step);

  // Runs before paint, so that a restored carousel never flashes its first slide.
  useIsomorphicLayoutEffect(() => {
    if (count === 0) return;
    if (slides.current && begin.current > 0) {
      scrollToSlide(slides.current, index, true);
      // So that slides that are added later do not change which one is shown.
      setShown(index);
    }
    begin.current = 0;
  }, [count, index]);

  useIsomorphicLayoutEffect(() => {
    const { activeElement } = document;
    [...(slides.current?.children ?? [])].forEach((slide, position) => {
      // A slide with the focus is not made inert, even when it is scrolled away, so that it keeps the focus.
      slide.toggleAttribute('inert', position !== index && !slide.contains(activeElement));
    });
  });

  return {
    index,
    isSettled,
    goTo,
    isPlaying: autoPlay.isPlaying,
    togglePlaying: autoPlay.toggle,
    rootProps: autoPlay.restProps,
    slidesProps: {
      ref: slides,
      onScroll() {
        const seen = slides.current ? slideInView(slides.current) : undefined;
        if (!slides.current || seen === undefined || seen >= count) return;
        setIsSettled(isAtRest(slides.current, goal.current ?? seen));
        if (goal.current === undefined) show(seen);
        else if (goal.current === seen) clearGoal();
      },
      onPointerDown: clearGoal,
      onWheel: clearGoal,
      // The left and right arrow keys move between the buttons of a slide, then to the next slide. While a slide without
      // buttons is shown, the scroll container has the focus.
      onKeyDown(event) {
        const { key, currentTarget } = event;
        if (key === 'Home' || key === 'End') return;
        const focusAt = (to: number) => {
          goTo(to);
          if (!enterSlide(currentTarget.children[to], to < index)) {
            if (!currentTarget.hasAttribute('tabindex')) currentTarget.tabIndex = -1;
            currentTarget.focus({ preventScroll: true });
            onBareSlide(to);
          }
          return true;
        };
        const hasMoved = moveAmong(event, () => focusableWithin(currentTarget.children[index]));
        if (!hasMoved) moveAlong(event, () => ({ count, from: index, focusAt }));
      },
    },
  };
}

/** Return value of {@link useAutoPlay}. */
interface UseAutoPlayResult {
  /** Whether slides change automatically. Stays `true` during a pause. */
  readonly isPlaying: boolean;
  readonly toggle: () => void;
  /** Props of the element that pauses autoplay while the mouse is over it or the focus is in it. */
  readonly restProps: UseCarouselResult['rootProps'];
}

/**
 * Calls a function at an interval until the user stops it (WCAG 2.2.2). Pauses while the mouse is over the element,
 * while the focus is in it, and while the document is hidden. Does not start automatically when the user prefers
 * reduced motion.
 *
 * @param everyMs interval in milliseconds. Anything that is not a positive number means never.
 * @param step number of the current step. The interval restarts when it changes.
 */
function useAutoPlay(everyMs: number | undefined, step: number, onStep: () => void): UseAutoPlayResult {
  const isStill = usePrefersReducedMotion();
  const [userChoice, setUserChoice] = useState<boolean>();
  const [isHovered, setIsHovered] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const isPlaying = everyMs !== undefined && everyMs > 0 && (userChoice ?? !isStill);
  const isRunning = isPlaying && !isHovered && !isFocused;

  useEffect(() => {
    if (!isRunning) return undefined;
    return startInterval(() => {
      if (document.visibilityState === 'visible') onStep();
    }, everyMs);
  }, [isRunning, everyMs, step, onStep]);

  return {
    isPlaying,
    toggle: () => setUserChoice(!isPlaying),
    restProps: {
      onMouseEnter: () => setIsHovered(true),
      onMouseLeave: () => setIsHovered(false),
      // The play button has the focus when autoplay starts, so the focus on it must not pause autoplay.
      onFocus: ({ target }) => setIsFocused(!target.hasAttribute('data-auto-play')),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setIsFocused(false);
      },
    },
  };
}

/** Position of the slide that fills most of the visible area; `undefined` without layout. */
function slideInView(slides: HTMLElement): number | undefined {
  if (slides.clientWidth === 0) return undefined;
  return Math.round(Math.abs(slides.scrollLeft) / slides.clientWidth);
}

/** Whether a slide is at the start edge of the visible area, where scrolling ends. `true` without layout. */
function isAtRest(slides: HTMLElement, position: number): boolean {
  const slide = slides.children[position];
  // Measured, because `clientWidth` is rounded, and with it the tenth slide would be several pixels off.
  return !slide || Math.abs(slide.getBoundingClientRect().left - slides.getBoundingClientRect().left) < 2;
}

/**
 * Scrolls to a slide: smoothly, or instantly if it is far away or the user prefers reduced motion. Ends a smooth scroll
 * to another slide, even one that has not started to move.
 *
 * @returns whether scrolling was necessary.
 */
function scrollToSlide(slides: HTMLElement, position: number, isFar: boolean): boolean {
  if (slides.clientWidth === 0) return false;
  const offset = position * slides.clientWidth;
  const isThere = Math.abs(offset - Math.abs(slides.scrollLeft)) < 1;
  scrollSideways(slides, offset, isThere || isFar);
  return !isThere;
}

/** Focuses a control of a slide. Returns whether there is one. */
function enterSlide(slide: Element | undefined, isBack: boolean): boolean {
  // The slide is inert until the next render, and inert elements cannot take the focus.
  slide?.removeAttribute('inert');
  const controls = focusableWithin(slide);
  if (isBack) controls.reverse();
  return focusFirst(controls, { preventScroll: true });
}
