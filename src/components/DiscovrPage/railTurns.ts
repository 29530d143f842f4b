import { hasLayout } from '../../focus/visibility.js';
import { watchNear } from '../Rail/useNearViewport.js';

/** Most rails of a page that load their first items at the same time. */
const AT_ONCE = 3;

/** Decides which rails of a page load their first items. */
export interface RailTurns {
  /**
   * Calls `start` once fewer than three others are loading and the element is near the viewport.
   *
   * @returns a function that ends the turn or the waiting.
   */
  readonly enter: (element: Element, start: () => void) => () => void;
}

/**
 * Creates {@link RailTurns}. Without a stylesheet, rails have no height until their items are loaded, so all are near the
 * viewport at first. After each turn, the positions of those that wait are known again.
 */
export function createRailTurns(): RailTurns {
  const waiting = new Map<Element, () => void>();
  let loading = 0;
  const begin = (element: Element) => {
    const start = waiting.get(element);
    if (!start || loading >= AT_ONCE) return;
    waiting.delete(element);
    observer?.unobserve(element);
    loading += 1;
    start();
  };
  const observer = hasLayout() ? watchNear((element) => begin(element)) : undefined;
  const look = (element: Element) => {
    if (!observer) return begin(element);
    // Observing it again reports its current position.
    observer.unobserve(element);
    observer.observe(element);
  };
  return {
    enter(element, start) {
      waiting.set(element, start);
      if (loading < AT_ONCE) begin(element);
      else observer?.observe(element);
      return () => {
        observer?.unobserve(element);
        if (waiting.delete(element)) return;
        loading -= 1;
        for (const other of [...waiting.keys()]) look(other);
      };
    },
  };
}
