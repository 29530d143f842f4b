'use client';

import { useEffect, useState } from 'react';

/** How far beyond the viewport counts as near it: half of its height. */
const NEAR = '50% 0px';

/**
 * Tells whether an element has come near the viewport. Once it has, it stays so.
 *
 * @param element what is watched; `null` while it is not there.
 */
export function useNearViewport(element: Element | null): boolean {
  const [isNear, setIsNear] = useState(false);

  useEffect(() => {
    if (!element || isNear || !canObserve()) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setIsNear(true),
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, isNear]);

  return isNear || (element !== null && !canObserve());
}

// Test environments without layout observe nothing: there all is near.
const canObserve = () => typeof IntersectionObserver !== 'undefined';
