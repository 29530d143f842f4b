'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/**
 * Keeps focus inside a component when a change of view removes the focused element, so that users of a keyboard or a
 * remote control can continue from there. Does not change focus elsewhere on the page.
 *
 * @param view name of the current view.
 * @param find returns the element of the new view to focus.
 */
export function useFocusAcrossViews<Root extends HTMLElement>(
  view: string,
  find: (root: Root) => HTMLElement | null,
): RefObject<Root | null> {
  const root = useRef<Root>(null);
  const wasInside = useRef(false);
  const shown = useRef(view);

  useEffect(() => {
    // Removing the focused element fires no `focusin`, so the last value remains.
    const note = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && root.current?.contains(target) === true;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);

  useIsomorphicLayoutEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    // Focus may be inside an iframe instead, which fires no `focusin` in this document.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && wasInside.current && root.current) find(root.current)?.focus();
  });
  return root;
}
