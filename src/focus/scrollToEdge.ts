import { scrollerOf } from './scrollerOf.js';

/** Space that stays between the focused control and the edge of the scroll container, in pixels. */
const SPACE_PX = 48;

/**
 * Scrolls on in a direction in which no control follows, until the focused control would leave the screen, so that
 * users can read what is above the first and below the last control.
 */
export function scrollToEdge(origin: Element, direction: 'up' | 'down'): void {
  const scroller = scrollerOf(origin);
  const isPage = scroller === document.scrollingElement;
  const seen = isPage ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
  const { top, bottom } = origin.getBoundingClientRect();
  const room = direction === 'up' ? seen.bottom - SPACE_PX - bottom : top - seen.top - SPACE_PX;
  if (room > 0) scroller.scrollBy?.({ top: direction === 'up' ? -room : room });
}
