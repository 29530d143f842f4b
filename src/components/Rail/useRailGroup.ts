'use client';

import { useCallback, type KeyboardEvent } from 'react';
import { keyMoveOf } from '../../ui/arrowKeys.js';
import { focusableWithin, focusFirst } from '../../ui/dialog/focusable.js';

/** Selector of the elements that the up and down arrow keys move between, such as rails and the hero. */
const STOP = '[data-rail-stop]';

/** Return value of {@link useRailGroup}: props of the element around the rails. */
export interface UseRailGroupResult {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Moves the focus between rails, and to a `<Hero>`, with the up and down arrow keys, in document order. The item that
 * was last focused in a rail gets the focus again. Rails without focusable elements are skipped. Beyond the first and
 * the last rail, the browser handles the key, so that a remote can leave the group.
 *
 * @example
 * <main {...useRailGroup()}>…</main>
 */
export function useRailGroup(): UseRailGroupResult {
  return {
    onKeyDown: useCallback((event) => {
      const move = keyMoveOf(event);
      if (move !== 'down' && move !== 'up') return;
      const direction = move === 'down' ? 1 : -1;
      const own = event.target instanceof Element ? event.target.closest(STOP) : null;
      const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOP)];
      const from = stops.indexOf(own as HTMLElement);
      if (from < 0 && event.target !== event.currentTarget) return;
      // When the group itself has the focus, both keys move to the first visible rail.
      const next = from < 0 ? firstSeen(stops) : from + direction;
      for (let index = next; index >= 0 && index < stops.length; index += direction) {
        if (enter(stops[index]!)) return event.preventDefault();
      }
    }, []),
  };
}

function firstSeen(stops: readonly HTMLElement[]): number {
  return Math.max(
    0,
    stops.findIndex((stop) => stop.getBoundingClientRect().bottom > 0),
  );
}

function enter(stop: HTMLElement): boolean {
  const all = focusableWithin(stop);
  // In a hero, the buttons precede the slides for screen readers, but the arrow keys must reach the shown slide first.
  const entries = all.filter((element) => element.closest('[data-rail-entry]'));
  if (!focusFirst([...entries, ...all], { preventScroll: true })) return false;
  // Test environments without layout have no `scrollIntoView`.
  stop.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  return true;
}
