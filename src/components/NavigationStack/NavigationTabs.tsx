'use client';

import { useEffect, useRef } from 'react';
import type { PageNavigationTabState } from '../../react/navigation/types.js';
import { NavigationTab } from './NavigationTab.js';
import type { NavigationStackClassNames } from './types.js';
import { slotClass } from '../../ui/slotClass.js';
import { useHiddenSides } from './useHiddenSides.js';

/** Props of {@link NavigationTabs}. */
export interface NavigationTabsProps {
  tabs: readonly PageNavigationTabState[];
  label: string;
  classNames: NavigationStackClassNames | undefined;
}

/** Renders the tabs on one line, which scrolls sideways when they do not fit, and fades where it continues. */
export function NavigationTabs({ tabs, label, classNames }: NavigationTabsProps) {
  const list = useRef<HTMLUListElement>(null);
  const hiddenSides = useHiddenSides(list, tabs.map(({ id }) => id).join(' '));
  const active = tabs.find(({ isActive }) => isActive)?.id;

  useEffect(() => {
    reveal(list.current, list.current?.querySelector('[aria-current]'));
  }, [active]);

  return (
    <nav aria-label={label} className={slotClass(classNames, 'tabs', 'discovr-NavigationTabs')}>
      {/* Not interactive: the handlers only receive events of the buttons inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        ref={list}
        className="discovr-NavigationTabs-list"
        data-more={hiddenSides || undefined}
        // Chromium does not scroll to a focused element that is partly visible.
        onFocus={({ currentTarget, target }) => reveal(currentTarget, target)}
      >
        {tabs.map((tab) => (
          <li key={tab.id} className="discovr-NavigationTabs-item">
            <NavigationTab tab={tab} className={classNames?.tab} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Scrolls the list of tabs, and no other element, until a tab is visible and does not fade. */
function reveal(list: HTMLElement | null, tab: Element | null | undefined): void {
  if (!list || !tab || list.scrollWidth <= list.clientWidth) return;
  const [own, outer] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
  const margin = Number.parseFloat(getComputedStyle(list).scrollPaddingInlineStart) || 0;
  // A tab that is almost as wide as the list is centered in it.
  const fade = Math.max(0, Math.min(margin, (outer.width - own.width) / 2));
  const [before, after] = [outer.left + fade - own.left, own.right + fade - outer.right];
  if (before > 0) list.scrollLeft -= before;
  else if (after > 0) list.scrollLeft += after;
}
