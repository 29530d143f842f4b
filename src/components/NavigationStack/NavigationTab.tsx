'use client';

import { useRef } from 'react';
import type { PageNavigationTabState } from '../../react/navigation/types.js';
import { joinClasses } from '../../ui/slotClass.js';

/** Props of {@link NavigationTab}. */
export interface NavigationTabProps {
  tab: PageNavigationTabState;
  className: string | undefined;
}

/** Renders a tab. Its page is prefetched when the pointer or the focus stays on it. */
export function NavigationTab({ tab, className }: NavigationTabProps) {
  const cancel = useRef<() => void>(undefined);
  const begin = () => {
    cancel.current?.();
    cancel.current = tab.isActive ? undefined : tab.prefetch();
  };
  const end = () => cancel.current?.();
  return (
    <button
      type="button"
      className={joinClasses('discovr-NavigationTabs-tab', className)}
      aria-current={tab.isActive ? 'page' : undefined}
      data-rail-entry={tab.isActive ? '' : undefined}
      onClick={tab.select}
      onPointerEnter={begin}
      onPointerLeave={end}
      onFocus={begin}
      onBlur={end}
    >
      <bdi>{tab.name}</bdi>
    </button>
  );
}
