'use client';

import { useCallback, type KeyboardEvent } from 'react';
import { keyMoveOf } from '../../ui/arrowKeys.js';
import { focusableWithin, focusFirst } from '../../ui/dialog/focusable.js';

/** Attribute of what the arrows up and down lead to: rails, and the hero. */
const STOP = '[data-rail-stop]';

/** What {@link useRailGroup} gives: props of the element around the rails. */
export interface UseRailGroupResult {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Lets the arrows up and down lead from rail to rail, and to a `<Hero>`, as they stand in the document. Each is entered
 * where it was left; one with nothing to press is passed over. At the first and the last the key is left alone, so that
 * a remote gets on to what lies beyond.
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
      // From the group itself they lead to the first that is seen.
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
  // The buttons of a hero stand before its slides, as screen readers like it; a remote is led to the slide first.
  const entries = all.filter((element) => element.closest('[data-rail-entry]'));
  if (!focusFirst([...entries, ...all], { preventScroll: true })) return false;
  // Test environments without layout have no scrolling.
  stop.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  return true;
}
