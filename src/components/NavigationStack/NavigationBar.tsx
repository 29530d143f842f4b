'use client';

import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { slotClass } from '../../ui/slotClass.js';
import { ShownHeroContext } from '../Hero/context.js';
import { moveWithinBar } from './barItems.js';
import { NavigationTabs, type NavigationTabsProps } from './NavigationTabs.js';
import { useBarLook } from './useBarLook.js';

/** Props of {@link NavigationBar}. */
export interface NavigationBarProps extends NavigationTabsProps {
  brand: ReactNode;
  actions: ReactNode;
  /** Whether the bar lies over a hero at the start of the page. */
  isOverlay: boolean;
  /** The scroll container; `undefined` when the window scrolls. */
  scrollContainer: RefObject<HTMLElement | null> | undefined;
  /** The page below the bar. It does not render again when the look of the bar changes. */
  children: ReactNode;
}

/**
 * Renders the page below a bar with the brand, the tabs and the controls of the app. The bar stays at the top while the
 * page scrolls.
 */
export function NavigationBar(props: NavigationBarProps) {
  const { brand, actions, isOverlay, scrollContainer, children, classNames, ...tabs } = props;
  const top = useRef<HTMLDivElement>(null);
  const [hero, setHero] = useState<HTMLElement | null>(null);
  const { isOverHero, isScrolled } = useBarLook(top, isOverlay ? hero : null, scrollContainer);
  return (
    <>
      <div ref={top} className="discovr-NavigationBar-top" />
      {/* Not interactive: the handler only receives events of the links and buttons inside. */}
      <div
        role="presentation"
        className={slotClass(classNames, 'bar', 'discovr-NavigationBar')}
        data-overlay={isOverlay ? '' : undefined}
        data-over-hero={isOverHero ? '' : undefined}
        data-scrolled={isScrolled ? '' : undefined}
        data-rail-stop=""
        data-remote="bar"
        onKeyDown={moveWithinBar}
      >
        {brand && <div className={slotClass(classNames, 'brand', 'discovr-NavigationBar-brand')}>{brand}</div>}
        <NavigationTabs {...tabs} classNames={classNames} />
        {actions && <div className={slotClass(classNames, 'actions', 'discovr-NavigationBar-actions')}>{actions}</div>}
      </div>
      <ShownHeroContext.Provider value={setHero}>{children}</ShownHeroContext.Provider>
    </>
  );
}
