import { startTimer } from '../../shared/time.js';
import { hasLayout } from '../../focus/hasLayout.js';

/** How long at least half of an element must be visible without interruption, in milliseconds. */
const VISIBLE_MS = 1_000;

/** Watches which elements are visible. */
export interface VisibilityWatch {
  /** Watches these elements instead of the previous ones. */
  readonly watchOnly: (elements: readonly Element[]) => void;
  readonly stop: () => void;
}

/**
 * Calls back for each element that was at least half visible for a second. The second starts again when the element
 * leaves the screen or the tab is hidden, and if a dialog covers the page when it ends.
 */
export function watchVisible(onSeen: (element: Element) => void, isCovered: () => boolean): VisibilityWatch {
  /** Each watched element, with a function that stops its timer while it is visible. */
  const watched = new Map<Element, (() => void) | undefined>();
  const visible = new Set<Element>();

  const follow = (element: Element) => {
    watched.get(element)?.();
    const isCounting = visible.has(element) && document.visibilityState !== 'hidden';
    watched.set(element, isCounting ? startTimer(() => finish(element), VISIBLE_MS) : undefined);
  };
  const finish = (element: Element) => {
    if (isCovered()) follow(element);
    else onSeen(element);
  };
  const followAll = () => {
    for (const element of watched.keys()) follow(element);
  };
  const note = (element: Element, isVisible: boolean) => {
    if (visible.has(element) === isVisible || !watched.has(element)) return;
    if (isVisible) visible.add(element);
    else visible.delete(element);
    follow(element);
  };

  const noteAll = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, intersectionRatio } of entries) note(target, intersectionRatio >= 0.5);
  };
  // In test environments without layout, every element counts as visible.
  const observer = hasLayout() ? new IntersectionObserver(noteAll, { threshold: 0.5 }) : undefined;
  document.addEventListener('visibilitychange', followAll);

  const forget = (element: Element) => {
    observer?.unobserve(element);
    watched.get(element)?.();
    watched.delete(element);
    visible.delete(element);
  };
  return {
    watchOnly(elements) {
      const wanted = new Set(elements);
      for (const element of [...watched.keys()]) if (!wanted.has(element)) forget(element);
      for (const element of wanted) {
        if (watched.has(element)) continue;
        watched.set(element, undefined);
        if (observer) observer.observe(element);
        else note(element, true);
      }
    },
    stop() {
      document.removeEventListener('visibilitychange', followAll);
      for (const element of [...watched.keys()]) forget(element);
      observer?.disconnect();
    },
  };
}
