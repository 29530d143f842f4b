'use client';

import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { keyMoveOf } from '../../ui/arrowKeys.js';
import { neighbour } from './neighbour.js';
import type { FocusWish } from './usePickerView.js';

/** What {@link useRovingTiles} gives: props of the list, and which tile is in the order of the Tab key. */
export interface UseRovingTilesResult {
  readonly listProps: {
    ref: RefObject<HTMLUListElement | null>;
    onKeyDown: (event: KeyboardEvent<HTMLUListElement>) => void;
    onFocus: (event: FocusEvent<HTMLUListElement>) => void;
  };
  readonly tabStop: string | undefined;
}

/**
 * Makes a list of tiles one stop of the Tab key, within which the arrow keys move: those of a keyboard and of a remote
 * control. They stop at the ends, so that a remote control gets on to what lies beyond.
 *
 * @param tiles keys of the tiles, in their order; each stands as `data-tile` on its list item.
 * @param start the tile that is the stop at first.
 * @param focus what gets the focus now.
 */
export function useRovingTiles(
  tiles: readonly string[],
  start: string | undefined,
  focus: FocusWish | undefined,
): UseRovingTilesResult {
  const ref = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(start);

  useEffect(() => {
    if (focus) buttonOf(ref.current, focus)?.focus();
  }, [focus]);

  return {
    listProps: {
      ref,
      onFocus: ({ target }) => setCurrent(tileOf(target)),
      onKeyDown(event) {
        const move = keyMoveOf(event);
        if (!move || !(event.target instanceof HTMLElement)) return;
        const to = neighbour([...event.currentTarget.querySelectorAll('button')], event.target, move);
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

/** The button that was asked for, else another one of its tile, else the one that is the stop of the Tab key. */
function buttonOf(list: HTMLElement | null, { tile, action }: FocusWish): HTMLElement | undefined {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const own = buttons.filter((button) => tileOf(button) === tile);
  return (
    own.find((button) => button.dataset['action'] === action) ??
    own[0] ??
    buttons.find(({ tabIndex }) => tabIndex === 0)
  );
}
