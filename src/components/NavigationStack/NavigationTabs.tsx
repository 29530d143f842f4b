'use client';

import { useEffect, useRef } from 'react';
import type { PageNavigationTabState } from '../../react/navigation/types.js';
import { moveWithinTabs } from './moveWithinTabs.js';
import { NavigationTab } from './NavigationTab.js';
import type { NavigationStackClassNames } from './types.js';
import { slotClass } from '../../ui/slotClass.js';

/** Props of {@link NavigationTabs}. */
export interface NavigationTabsProps {
  tabs: readonly PageNavigationTabState[];
  label: string;
  classNames: NavigationStackClassNames | undefined;
}

/** Renders the tabs on one line, which scrolls sideways when they do not fit. */
export function NavigationTabs({ tabs, label, classNames }: NavigationTabsProps) {
  const list = useRef<HTMLUListElement>(null);
  const active = tabs.find(({ isActive }) => isActive)?.id;

  useEffect(() => {
    if (list.current) revealActive(list.current);
  }, [active]);

  return (
    <nav aria-label={label} className={slotClass(classNames, 'tabs', 'discovr-NavigationTabs')} data-rail-stop="">
      {/* Not interactive: the handler only receives keys from the buttons inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={list} className="discovr-NavigationTabs-list" onKeyDown={moveWithinTabs}>
        {tabs.map((tab) => (
          <li key={tab.id} className="discovr-NavigationTabs-item">
            <NavigationTab tab={tab} className={classNames?.tab} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Scrolls the list of tabs, and no other element, until the active tab is visible. */
function revealActive(list: HTMLElement): void {
  const tab = list.querySelector('[aria-current]');
  if (!tab) return;
  const [own, outer] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
  if (own.left < outer.left) list.scrollLeft -= outer.left - own.left;
  else if (own.right > outer.right) list.scrollLeft += own.right - outer.right;
}
