'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { hasLostFocus, rememberFocus } from '../focus/lastFocus.js';
import { useIsomorphicLayoutEffect } from '../react/hooks.js';

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
  const shown = useRef(view);
  useEffect(() => rememberFocus(document), []);

  useIsomorphicLayoutEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    if (root.current && hasLostFocus(root.current)) find(root.current)?.focus();
  });
  return root;
}
