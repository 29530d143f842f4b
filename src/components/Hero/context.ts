'use client';

import { createContext, useContext, type RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../../ui/useIsomorphicLayoutEffect.js';

/** Receives a change of the hero that is shown, as a state setter does. */
export type SetShownHero = (change: (shown: HTMLElement | null) => HTMLElement | null) => void;

/** Notifies a bar that may lie over the first hero of a page. `null` where there is no such bar. */
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
