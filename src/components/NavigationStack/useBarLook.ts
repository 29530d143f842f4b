'use client';

import { useState, type RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { edgeOf, isSticky, windowScroller } from './scrollPlace.js';

/** Return value of {@link useBarLook}. */
export interface BarLook {
  /** Whether a hero with titles begins behind the bar. */
  readonly isOverHero: boolean;
  /** Whether the page is scrolled, so that its content passes behind the bar. */
  readonly isScrolled: boolean;
}

/**
 * Returns what is behind a sticky bar. Causes a render only when this changes, not on each scroll event.
 *
 * @param top an element one pixel high, where the bar is while the page is not scrolled.
 * @param hero the shown hero.
 */
export function useBarLook(
  top: RefObject<HTMLElement | null>,
  hero: HTMLElement | null,
  scrollContainer: RefObject<HTMLElement | null> | undefined,
): BarLook {
  const [isOverHero, setIsOverHero] = useState(false);
  const [isScrolled, setIsScrolled] = useState(false);
  // Runs before paint, and after the scroll position was restored, so that the bar never flashes.
  useIsomorphicLayoutEffect(() => {
    const { current } = top;
    if (!current) return undefined;
    const own = current.getBoundingClientRect();
    const edge = edgeOf(scrollContainer?.current ?? windowScroller());
    // A sticky hero stays behind the bar.
    const isPinned = hero !== null && isSticky(hero);
    const start = isPinned ? Math.max(own.top, edge) : own.top;
    setIsOverHero(hero !== null && Math.abs(hero.getBoundingClientRect().top - start) < 1);
    setIsScrolled(!isPinned && own.bottom < edge);
    if (isPinned) return undefined;
    // Test environments have no layout.
    if (typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver((entries) => setIsScrolled(!entries.at(-1)!.isIntersecting));
    observer.observe(current);
    return () => observer.disconnect();
  }, [top, hero, scrollContainer]);
  return { isOverHero, isScrolled };
}
