'use client';

import { useEffect, useRef } from 'react';

/**
 * Focuses its next sibling when the focused element was removed with the previous step, so that the user can continue
 * from there with a keyboard, a remote or a screen reader.
 */
export function Arrival() {
  const marker = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const content = marker.current?.nextElementSibling;
    if (!isLost || !(content instanceof HTMLElement)) return;
    if (!content.hasAttribute('tabindex')) content.tabIndex = -1;
    content.focus({ preventScroll: true });
  }, []);
  return <span ref={marker} hidden />;
}
