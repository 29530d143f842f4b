'use client';

import { useRef } from 'react';
import { isFocusLost } from '../../focus/lastFocus.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';

/**
 * Focuses its next sibling when the focused element was removed with the previous step, so that the user can continue
 * from there with a keyboard, a remote or a screen reader.
 */
export function Arrival() {
  const marker = useRef<HTMLSpanElement>(null);
  useIsomorphicLayoutEffect(() => {
    const content = marker.current?.nextElementSibling;
    if (!isFocusLost(document) || !(content instanceof HTMLElement)) return;
    if (!content.hasAttribute('tabindex')) content.tabIndex = -1;
    content.focus({ preventScroll: true });
  }, []);
  return <span ref={marker} hidden />;
}
