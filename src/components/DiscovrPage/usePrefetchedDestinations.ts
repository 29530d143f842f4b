'use client';

import { useRef, type RefObject } from 'react';
import { useLatestMethods } from '../../react/hooks.js';
import { usePrefetchPage } from '../../react/pages/usePage.js';
import type { RailActions } from '../Rail/types.js';
import type { NoteFocus } from './PageHero.js';

/**
 * Returns an `onItemIntent` handler that prefetches the page of a navigation item when a click on it is likely.
 *
 * @param onItemIntent handler of the app, which is called too.
 * @param noteFocus called when a card gets the focus.
 */
export function usePrefetchedDestinations(
  onItemIntent: RailActions['onItemIntent'],
  noteFocus: RefObject<NoteFocus | null>,
): NonNullable<RailActions['onItemIntent']> {
  const prefetch = usePrefetchPage();
  const cancel = useRef<() => void>(undefined);
  const methods = useLatestMethods<{ onItemIntent: NonNullable<RailActions['onItemIntent']> }>({
    onItemIntent(item, isLikely, event) {
      cancel.current?.();
      cancel.current = isLikely && item.type === 'navigation' ? prefetch({ pageId: item.pageId }) : undefined;
      if (event.type === 'focus') noteFocus.current?.(item, event.currentTarget);
      onItemIntent?.(item, isLikely, event);
    },
  });
  return methods.onItemIntent;
}
