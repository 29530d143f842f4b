'use client';

import { useCallback, useRef, useState } from 'react';
import { hasLayout } from '../../focus/visibility.js';

/** Margins of the observer: half a viewport height above and below counts as near. */
const NEAR = '50% 0px';

/** Return value of {@link useNearViewport}. */
export interface UseNearViewportResult {
  /** Whether the element has come near the viewport. Stays `true` from then on. */
  readonly isNear: boolean;
  /** Ref callback that watches the element. */
  readonly watch: (element: Element | null) => void;
}

/** Returns whether an element has come near the viewport. Causes no render until then. */
export function useNearViewport(): UseNearViewportResult {
  const [isNear, setIsNear] = useState(false);
  const observer = useRef<IntersectionObserver>(undefined);
  const watch = useCallback((element: Element | null) => {
    observer.current?.disconnect();
    if (!element) return;
    // Every element counts as near in test environments without layout.
    if (!hasLayout()) {
      setIsNear(true);
      return;
    }
    const next = watchNear(() => {
      next.disconnect();
      setIsNear(true);
    });
    next.observe(element);
    observer.current = next;
  }, []);
  return { isNear, watch };
}

/** Creates an observer of elements that come near the viewport. */
export function watchNear(onNear: (element: Element) => void): IntersectionObserver {
  return new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) onNear(target);
    },
    // The scroll margin extends the visible area of everything that scrolls, also of the page itself: a root margin
    // would extend that again. Older browsers know only the root margin.
    'scrollMargin' in IntersectionObserver.prototype ? { scrollMargin: NEAR } : { rootMargin: NEAR },
  );
}
