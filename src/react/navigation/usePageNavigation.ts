'use client';

import type { UsePageNavigationOptions, UsePageNavigationResult } from './types.js';
import { useNavigation } from './useNavigation.js';

/**
 * Leads through the pages of an app: tabs, each with a page of its own that is created once, when it is first shown, and
 * with a stack of the destinations that were opened from there. Back and Forward of the browser, the Back key of a remote
 * and a reload find the way; the address stays as it is. Another profile begins with empty stacks.
 *
 * @throws where `tabs` is empty.
 * @example
 * const { tabs, current, canGoBack, back, open } = usePageNavigation();
 * <nav>{tabs.map((tab) => <button key={tab.id} onClick={tab.select}>{tab.name}</button>)}</nav>
 */
export function usePageNavigation(options: UsePageNavigationOptions = {}): UsePageNavigationResult {
  return useNavigation(options).navigation;
}
