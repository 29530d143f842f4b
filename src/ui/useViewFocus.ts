'use client';

import { useEffect, useRef, type FocusEventHandler, type RefObject } from 'react';
import { focusFirst, showsFocus } from '../focus/focusable.js';
import { hasLostFocus, hasLostFocusedElement, rememberFocus } from '../focus/lastFocus.js';
import { useIsomorphicLayoutEffect } from '../react/hooks.js';

/**
 * Keeps focus inside a component when a change of view removes the focused element, so that users of a keyboard or a
 * remote control can continue from there. Does not change focus elsewhere on the page.
 *
 * @param view name of the current view.
 * @param find returns the element of the new view to focus. While it is hidden, the component itself is focused.
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
    const found = root.current && hasLostFocus(root.current) && find(root.current);
    if (found) focusFirst([found, root.current!]);
  });
  return root;
}

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

/**
 * When an element gets keyboard focus, scrolls it completely into view. Handles `onFocus`. In a row that scrolls,
 * browsers leave an element where it is when a part of it is visible.
 */
export const showFocused: FocusEventHandler<HTMLElement> = ({ target }) => {
  // A press of the pointer must not move what is under it. jsdom does not scroll.
  if (showsFocus(target)) target.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
};
