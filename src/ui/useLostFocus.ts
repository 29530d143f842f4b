'use client';

import { useEffect, type RefObject } from 'react';
import { hasLostFocusedElement, rememberFocus } from '../focus/lastFocus.js';
import { useIsomorphicLayoutEffect } from '../react/hooks.js';

/**
 * Calls `pass` when a render has removed or disabled the focused element of a component, so that the component can
 * focus what took its place. Runs before paint.
 */
export function useLostFocus<Root extends HTMLElement>(root: RefObject<Root | null>, pass: (root: Root) => void): void {
  useEffect(() => rememberFocus(document), []);
  useIsomorphicLayoutEffect(() => {
    if (root.current && hasLostFocusedElement(root.current)) pass(root.current);
  });
}
