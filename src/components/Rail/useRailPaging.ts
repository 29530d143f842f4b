'use client';

import { useEffect, useRef } from 'react';
import { MAX_FRUITLESS_BATCHES } from '../../client/batches.js';
import type { RailView } from './scrolling/useRailWindow.js';

/** Paging state of a rail. */
export interface RailPaging {
  /** Number of items. */
  count: number;
  /** Whether there are more items to load. */
  hasMore?: boolean | undefined;
  /** Whether items are loading. */
  isLoading?: boolean | undefined;
  /** Whether the last load failed. The rail then requests nothing automatically. */
  hasFailed?: boolean | undefined;
  /** Whether paging waits for the user because several consecutive loads contained nothing new. */
  isStalled?: boolean | undefined;
  /**
   * Called to load more items while the user is near the end of the rail: once per load, until three consecutive loads
   * contain nothing new. Also called when an empty rail comes near the viewport.
   */
  onEndReached?: (() => void) | undefined;
}

/** Requests more items when a rail is near the viewport and the user is near its end. */
export function useRailPaging(paging: RailPaging, view: RailView, isNear: boolean): void {
  const { count, hasMore = false, isLoading = false, hasFailed = false, isStalled = false } = paging;
  const { onEndReached } = paging;
  const requested = useRef({ at: -1, times: 0, hasStarted: true });
  const isAtEnd = isNear && view.isMeasured && view.end >= count && hasMore && !isLoading && !hasFailed;

  useEffect(() => {
    if (isLoading) requested.current.hasStarted = true;
    // A stalled rail waits for the user. When the user continues it, three more loads are allowed.
    if (isStalled) requested.current.times = 0;
  }, [isLoading, isStalled]);

  useEffect(() => {
    if (!isAtEnd) return;
    const { at, times, hasStarted } = requested.current;
    const hasGrown = at !== count;
    if (!hasGrown && (!hasStarted || times >= MAX_FRUITLESS_BATCHES)) return;
    requested.current = { at: count, times: hasGrown ? 1 : times + 1, hasStarted: false };
    onEndReached?.();
  }, [isAtEnd, count, onEndReached]);
}
