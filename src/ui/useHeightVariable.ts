'use client';

import { useRef, type RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../react/hooks.js';

/**
 * Keeps a CSS variable at the height of a bar, in `px`, while the bar is sticky. With it, the stylesheet reserves space,
 * so that the bar never covers an element that is scrolled into view.
 *
 * @param variable name of the CSS variable. It stays unset in environments without layout, such as jsdom.
 * @param scopeOf returns the ancestor that gets the variable. Define it at module level.
 */
export function useHeightVariable<Bar extends HTMLElement>(
  variable: `--d-${string}`,
  scopeOf: (bar: Bar) => HTMLElement | null,
): RefObject<Bar | null> {
  const bar = useRef<Bar>(null);
  useIsomorphicLayoutEffect(() => {
    const scope = bar.current && scopeOf(bar.current);
    if (!bar.current || !scope || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      // Setting an inherited variable recalculates the style of everything inside.
      if (getComputedStyle(entry.target).position !== 'sticky') scope.style.removeProperty(variable);
      else scope.style.setProperty(variable, `${Math.ceil(entry.borderBoxSize[0]?.blockSize ?? 0)}px`);
    });
    observer.observe(bar.current, { box: 'border-box' });
    return () => {
      observer.disconnect();
      scope.style.removeProperty(variable);
    };
  }, [variable, scopeOf]);
  return bar;
}
