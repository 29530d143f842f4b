'use client';

import { useEffect, useRef, type FocusEventHandler, type RefObject } from 'react';
import { showsFocus } from '../focus/focusable.js';
import { hasLostFocus, hasLostFocusedElement, rememberFocus } from '../focus/lastFocus.js';
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
 * Scrolls the focused element out from under a sticky bar at the bottom, when it gets keyboard focus and when the bar
 * grows; then its error message too. When it gets focus, the `scroll-margin` of the stylesheet does the same, but Chromium 109 ignores it.
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
      const focused = document.activeElement;
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

/**
 * When an element gets keyboard focus, scrolls it completely into view. Handles `onFocus`. In a row that scrolls,
 * browsers leave an element where it is when a part of it is visible.
 */
export const showFocused: FocusEventHandler<HTMLElement> = ({ target }) => {
  // A press of the pointer must not move what is under it. jsdom does not scroll.
  if (showsFocus(target)) target.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
};
