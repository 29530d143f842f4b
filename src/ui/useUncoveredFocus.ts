'use client';

import { useEffect, type RefObject } from 'react';
import { showsFocus } from '../focus/focusable.js';

/**
 * Scrolls the focused element out from under a sticky bar at the bottom, when it gets keyboard focus and when the bar
 * grows; then its error message too. When it gets focus, the `scroll-margin` of the stylesheet does the same, but
 * Chromium 109 ignores it.
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
      const focused = scope?.ownerDocument.activeElement;
      if (!focused || !scope?.contains(focused)) return;
      uncover({ target: focused });
      showFieldMessage(focused);
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

/** Scrolls the error message of a focused field into view, where the stylesheet keeps it clear of the buttons. */
export function showFieldMessage(field: Element): void {
  const group = field.closest('.discovr-FilterGroup, .discovr-PageName');
  // jsdom does not scroll.
  group?.querySelector('.discovr-FieldMessage:not([data-empty])')?.scrollIntoView?.({ block: 'nearest' });
}
