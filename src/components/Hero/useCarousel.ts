'use client';

import { useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useLatestMethods } from '../../react/useLatestMethods.js';
import { useIsomorphicLayoutEffect } from '../../ui/useIsomorphicLayoutEffect.js';
import { moveWithinSlides } from './moveWithinSlides.js';
import { scrollToSlide, slideInView } from './slides.js';
import { useAutoPlay } from './useAutoPlay.js';

/** Options of {@link useCarousel}. */
export interface UseCarouselOptions {
  /** How many slides there are. */
  count: number;
  /** Milliseconds after which the next slide comes by itself. Without a positive number, none does. */
  autoPlayMs?: number | undefined;
  /**
   * Position of the slide that is shown when it is mounted, such as where it was left.
   * @default 0
   */
  defaultIndex?: number | undefined;
  /** Hears which slide is shown, when that changes. */
  onIndexChange?: ((index: number) => void) | undefined;
}

/** What {@link useCarousel} gives. */
export interface UseCarouselResult {
  /** Position of the slide that is shown, from 0. */
  readonly index: number;
  /** Goes to a slide; beyond either end, on at the other. */
  readonly goTo: (index: number) => void;
  /** Whether slides change by themselves. */
  readonly isPlaying: boolean;
  readonly togglePlaying: () => void;
  /** Props of the element around it all, buttons included. */
  readonly rootProps: {
    onMouseEnter: () => void;
    onMouseLeave: () => void;
    onFocus: (event: FocusEvent<HTMLElement>) => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
  /** Props of the element that scrolls, whose children are the slides, each as wide as it. */
  readonly slidesProps: {
    ref: RefObject<HTMLDivElement | null>;
    onScroll: () => void;
    onPointerDown: () => void;
    onWheel: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/**
 * What a carousel does, without its looks: slides that scroll and snap, one of which is shown. Those that are not are
 * `inert`: they take no focus, and no screen reader reads them.
 */
export function useCarousel(options: UseCarouselOptions): UseCarouselResult {
  const { count, autoPlayMs, defaultIndex = 0, onIndexChange } = options;
  const slides = useRef<HTMLDivElement>(null);
  // Where a press leads to while the slides still glide there.
  const goal = useRef<number>(undefined);
  const begin = useRef(defaultIndex);
  const [shown, setShown] = useState(defaultIndex);
  const index = Math.max(0, Math.min(shown, count - 1));

  const show = (next: number) => {
    if (next !== index) onIndexChange?.(next);
    setShown(next);
  };
  const goTo = (wanted: number) => {
    const to = (wanted + count) % count;
    if (!slides.current || to === index) return;
    goal.current = scrollToSlide(slides.current, to, Math.abs(to - index) > 1) ? to : undefined;
    show(to);
  };
  const letGo = () => {
    goal.current = undefined;
  };
  const { step } = useLatestMethods({ step: () => goTo(index + 1) });
  const autoPlay = useAutoPlay(count > 1 ? autoPlayMs : undefined, index, step);

  // Before anything is painted, so that what was left at a later slide is never seen at its first.
  useIsomorphicLayoutEffect(() => {
    if (count === 0) return;
    if (slides.current && begin.current > 0 && begin.current < count)
      scrollToSlide(slides.current, begin.current, true);
    begin.current = 0;
  }, [count]);

  useIsomorphicLayoutEffect(() => {
    const { activeElement } = document;
    [...(slides.current?.children ?? [])].forEach((slide, position) => {
      // A slide that has the focus keeps it, however it came to be scrolled away.
      slide.toggleAttribute('inert', position !== index && !slide.contains(activeElement));
    });
  });

  return {
    index,
    goTo,
    isPlaying: autoPlay.isPlaying,
    togglePlaying: autoPlay.toggle,
    rootProps: autoPlay.restProps,
    slidesProps: {
      ref: slides,
      onScroll() {
        const seen = slides.current ? slideInView(slides.current) : undefined;
        if (seen === undefined || seen >= count) return;
        if (goal.current === undefined) show(seen);
        else if (goal.current === seen) letGo();
      },
      onPointerDown: letGo,
      onWheel: letGo,
      onKeyDown: (event) => moveWithinSlides(event, index, count, goTo),
    },
  };
}
