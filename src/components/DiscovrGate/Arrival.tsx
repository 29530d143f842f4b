'use client';

import { useEffect, useRef } from 'react';

/**
 * Gives the focus to what stands after it, where the step before took the focus away with it, so that a keyboard, a
 * remote or a screen reader goes on from there.
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
