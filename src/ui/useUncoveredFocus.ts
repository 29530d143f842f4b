'use client';

import { useEffect, type RefObject } from 'react';
import { showsFocus } from '../focus/showsFocus.js';

/**
 * Scrolls the focused element out from under a sticky bar at the bottom, when it gets keyboard focus and when the bar
 * grows. When it gets focus, the `scroll-margin` of the stylesheet does the same, but Chromium 109 ignores it.
 *
 * @param scopeOf returns the ancestor whose elements the bar can cover. Define it at module level.
 */
export function useUncoveredFocus<Bar extends HTMLElement>(
  bar: RefObject<Bar | null>,
  scopeOf: (bar: Bar) => HTMLElement | null,
): void {
  useEffect(() => {
    const scope = bar.current && scopeOf(bar.current);
    const uncover = ({ target }: Pick<FocusEvent, 'target'>) => {
      const cover = bar.current;
      if (!cover || !(target instanceof Element) || cover.contains(target) || !showsFocus(target)) return;
      if (getComputedStyle(cover).position !== 'sticky') return;
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const isCovered = target.getBoundingClientRect().bottom > cover.getBoundingClientRect().top;
      if (isCovered) target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    };
    const uncoverFocused = () => {
      if (scope?.contains(document.activeElement)) uncover({ target: document.activeElement });
    };
    scope?.addEventListener('focusin', uncover);
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(uncoverFocused);
    if (bar.current) observer?.observe(bar.current);
    return () => {
      scope?.removeEventListener('focusin', uncover);
      observer?.disconnect();
    };
  }, [bar, scopeOf]);
}
