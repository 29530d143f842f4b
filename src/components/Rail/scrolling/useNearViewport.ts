'use client';

import { useEffect, useState } from 'react';

/** Root margin of the observer: half a viewport height above and below counts as near. */
const NEAR = '50% 0px';

/**
 * Returns whether an element has come near the viewport. Stays `true` from then on.
 *
 * @param element the element to watch; `null` while it is not mounted.
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

// Test environments without layout have no IntersectionObserver. Every element counts as near there.
const canObserve = () => typeof IntersectionObserver !== 'undefined';
