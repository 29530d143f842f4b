'use client';

import type { UsePageNavigationOptions, UsePageNavigationResult } from './types.js';
import { useNavigation } from './useNavigation.js';

/**
 * Navigates through the pages of an app. Each tab has a page, created once when it is first shown, and a stack of the
 * destinations that the user opened from there. The browser's Back and Forward and the Back key of a remote control
 * move through the stack, and a reload restores it. The URL does not change. Another profile starts with empty stacks.
 *
 * @throws {Error} when `tabs` is empty.
 * @example
 * const { tabs, current, canGoBack, back, open } = usePageNavigation();
 * <nav>{tabs.map((tab) => <button key={tab.id} onClick={tab.select}>{tab.name}</button>)}</nav>
 */
export function usePageNavigation(options: UsePageNavigationOptions = {}): UsePageNavigationResult {
  return useNavigation(options).navigation;
}
