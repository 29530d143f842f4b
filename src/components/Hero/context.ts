'use client';

import { createContext, useContext, type RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';

/** Sets the hero that is shown. A React state setter has this type. */
export type SetShownHero = (change: (shown: HTMLElement | null) => HTMLElement | null) => void;

/** Tells a bar which hero it can lie over: the first one of the page. `null` without such a bar. */
export const ShownHeroContext = createContext<SetShownHero | null>(null);

/** Passes a hero on to {@link ShownHeroContext} while its titles are shown. If a page has several, the first counts. */
export function useShownHero(hero: RefObject<HTMLElement | null>, hasTitles: boolean): void {
  const setShown = useContext(ShownHeroContext);
  useIsomorphicLayoutEffect(() => {
    const { current } = hero;
    if (!setShown || !current || !hasTitles) return undefined;
    setShown((shown) => shown ?? current);
    return () => setShown((shown) => (shown === current ? null : shown));
  }, [setShown, hero, hasTitles]);
}
