'use client';

import { useEffect, useState, type RefObject } from 'react';

/** Sides of a list beyond which it continues: `''`, `'left'`, `'right'` or `'left right'`. */
export type HiddenSides = string;

/**
 * Returns the sides on which a list that scrolls sideways has hidden items. The sides are physical, because a mask does
 * not follow the text direction.
 *
 * @param items identifies the items. The list is observed again when it changes.
 */
export function useHiddenSides(list: RefObject<HTMLElement | null>, items: string): HiddenSides {
  const [sides, setSides] = useState<HiddenSides>('');
  useEffect(() => {
    const { current } = list;
    // Test environments have no layout.
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const look = () => setSides(hiddenSidesOf(current));
    const observer = new ResizeObserver(look);
    for (const element of [current, ...current.children]) observer.observe(element);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [list, items]);
  return sides;
}

function hiddenSidesOf(list: HTMLElement): HiddenSides {
  const outer = list.getBoundingClientRect();
  const items = [...list.children].map((item) => item.getBoundingClientRect());
  const isLeft = items.some(({ left }) => left < outer.left - 1);
  const isRight = items.some(({ right }) => right > outer.right + 1);
  return [isLeft && 'left', isRight && 'right'].filter(Boolean).join(' ');
}
