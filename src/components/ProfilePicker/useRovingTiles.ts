'use client';

import { useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { keyMoveOf } from '../../ui/arrowKeys.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { neighbor } from './neighbor.js';
import type { FocusTarget } from './usePickerView.js';

/** Result of {@link useRovingTiles}: props of the list, and the key of the tile that is the tab stop. */
export interface UseRovingTilesResult {
  readonly listProps: {
    ref: RefObject<HTMLUListElement | null>;
    onKeyDown: (event: KeyboardEvent<HTMLUListElement>) => void;
    onFocus: (event: FocusEvent<HTMLUListElement>) => void;
  };
  readonly tabStop: string | undefined;
}

/**
 * Makes a list of tiles one tab stop. The arrow keys of a keyboard or remote control move focus inside the list. At its
 * ends, a key keeps its default action, so that a remote control can move focus out of the list.
 *
 * @param tiles keys of the tiles in display order. Each list item has its key as `data-tile`.
 * @param start the initial tab stop.
 * @param focus the tile to focus. Pass a new object to move focus again.
 */
export function useRovingTiles(
  tiles: readonly string[],
  start: string | undefined,
  focus: FocusTarget | undefined,
): UseRovingTilesResult {
  const ref = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(start);

  useIsomorphicLayoutEffect(() => {
    if (focus) buttonOf(ref.current, focus)?.focus();
  }, [focus]);

  return {
    listProps: {
      ref,
      onFocus: ({ target }) => setCurrent(tileOf(target)),
      onKeyDown(event) {
        const move = keyMoveOf(event);
        if (!move || !(event.target instanceof HTMLElement)) return;
        const to = neighbor([...event.currentTarget.querySelectorAll('button')], event.target, move);
        if (!to) return;
        event.preventDefault();
        to.focus();
      },
    },
    tabStop: current !== undefined && tiles.includes(current) ? current : tiles[0],
  };
}

function tileOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-tile]')?.dataset['tile'];
}

/** Returns the button of the requested tile, otherwise the button that is the tab stop. */
function buttonOf(list: HTMLElement | null, { tile }: FocusTarget): HTMLElement | undefined {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  return buttons.find((button) => tileOf(button) === tile) ?? buttons.find(({ tabIndex }) => tabIndex === 0);
}
