'use client';

import { useRef } from 'react';
import { useLatestMethods } from '../../react/useLatestMethods.js';
import { usePrefetchPage } from '../../react/pages/usePrefetchPage.js';
import type { RailActions } from '../Rail/types.js';

/**
 * Returns an `onItemIntent` handler that prefetches the page of a navigation item when a click on it is likely.
 *
 * @param onItemIntent handler of the app, which is called too.
 */
export function usePrefetchedDestinations(
  onItemIntent: RailActions['onItemIntent'],
): NonNullable<RailActions['onItemIntent']> {
  const prefetch = usePrefetchPage();
  const cancel = useRef<() => void>(undefined);
  const methods = useLatestMethods<{ onItemIntent: NonNullable<RailActions['onItemIntent']> }>({
    onItemIntent(item, isLikely) {
      cancel.current?.();
      cancel.current = isLikely && item.type === 'navigation' ? prefetch({ pageId: item.pageId }) : undefined;
      onItemIntent?.(item, isLikely);
    },
  });
  return methods.onItemIntent;
}
