'use client';

import { useEffect, type RefObject } from 'react';
import { scrollerOf } from '../focus/scrollerOf.js';

/** Space between the bar and the element, in pixels. */
const SPACE_PX = 8;

/**
 * When an element gets keyboard focus, scrolls it out from under a sticky bar at the bottom. The `scroll-margin` of the
 * stylesheet does the same, but Chromium 109 ignores it when focus moves.
 *
 * @param scopeOf returns the ancestor whose elements the bar can cover. Define it at module level.
 */
export function useUncoveredFocus<Bar extends HTMLElement>(
  bar: RefObject<Bar | null>,
  scopeOf: (bar: Bar) => HTMLElement | null,
): void {
  useEffect(() => {
    const scope = bar.current && scopeOf(bar.current);
    const uncover = ({ target }: FocusEvent) => {
      const cover = bar.current;
      if (!cover || !(target instanceof Element) || cover.contains(target) || !target.matches(':focus-visible')) return;
      if (getComputedStyle(cover).position !== 'sticky') return;
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const hidden = target.getBoundingClientRect().bottom - cover.getBoundingClientRect().top;
      if (hidden > 0) scrollerOf(cover).scrollBy({ top: hidden + SPACE_PX, behavior: 'instant' });
    };
    scope?.addEventListener('focusin', uncover);
    return () => scope?.removeEventListener('focusin', uncover);
  }, [bar, scopeOf]);
}
