'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/**
 * Keeps the focus inside where a change of view takes the focused element away, so that a keyboard or a remote goes on
 * from there. Focus that is elsewhere on the page stays there.
 *
 * @param view name of what is shown.
 * @param find element of the new view that takes the focus.
 */
export function useFocusAcrossViews<Root extends HTMLElement>(
  view: string,
  find: (root: Root) => HTMLElement | null,
): RefObject<Root | null> {
  const root = useRef<Root>(null);
  const wasInside = useRef(false);
  const shown = useRef(view);

  useEffect(() => {
    // Focus that gets lost with its element sends no such event, so this is the last place it was at.
    const note = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && root.current?.contains(target) === true;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);

  useIsomorphicLayoutEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    // A frame of another page may have it, which no event of this one tells.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && wasInside.current && root.current) find(root.current)?.focus();
  });
  return root;
}
