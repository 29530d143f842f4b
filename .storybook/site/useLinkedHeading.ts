import { useEffect, type RefObject } from 'react';

const USER_EVENTS = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/**
 * Keeps the heading that the URL names at the top of the screen while code and images above it are still growing, until
 * the user does something.
 */
export function useLinkedHeading(guide: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const heading = linkedHeading();
    if (!heading || !guide.current) return;
    const observer = new ResizeObserver(() => heading.scrollIntoView());
    const stop = () => observer.disconnect();
    observer.observe(guide.current);
    for (const event of USER_EVENTS) window.addEventListener(event, stop, { once: true, passive: true });
    return () => {
      stop();
      for (const event of USER_EVENTS) window.removeEventListener(event, stop);
    };
  }, [guide]);
}

/** The hash is in the URL of the window around Storybook's frame. */
function linkedHeading(): Element | null {
  const anchor = decodeURIComponent(window.parent.location.hash.slice(1));
  return anchor === '' ? null : document.getElementById(anchor);
}
