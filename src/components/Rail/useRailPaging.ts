'use client';

import { useEffect, useRef } from 'react';
import { MAX_FRUITLESS_PARTS } from '../../client/pages/newEntries.js';
import type { RailView } from './scrolling/useRailWindow.js';

/** How a rail goes on. */
export interface RailPaging {
  /** How many items there are. */
  count: number;
  /** Whether there are more than those. */
  hasMore?: boolean | undefined;
  /** Whether some are on their way. */
  isLoading?: boolean | undefined;
  /** Whether the last ones asked for did not come; then nothing is asked for by itself. */
  hasFailed?: boolean | undefined;
  /** Whether it goes on only when somebody asks for it, since nothing new came several times. */
  isStalled?: boolean | undefined;
  /**
   * Asks for the next items when the end of the rail comes near: once for each time the rail has grown, and again, three
   * times in all, after a load that brought nothing new. A rail without items asks when it comes near the viewport.
   */
  onEndReached?: (() => void) | undefined;
}

/** Asks for more when the end of a rail, and the rail itself, come near. */
export function useRailPaging(paging: RailPaging, view: RailView, isNear: boolean): void {
  const { count, hasMore = false, isLoading = false, hasFailed = false, isStalled = false } = paging;
  const { onEndReached } = paging;
  const asked = useRef({ at: -1, times: 0, isAnswered: true });
  const isAtEnd = isNear && view.isMeasured && view.end >= count && hasMore && !isLoading && !hasFailed;

  useEffect(() => {
    if (isLoading) asked.current.isAnswered = true;
    // A person may ask it to go on; the count then starts again.
    if (isStalled) asked.current.times = 0;
  }, [isLoading, isStalled]);

  useEffect(() => {
    if (!isAtEnd) return;
    const { at, times, isAnswered } = asked.current;
    const hasGrown = at !== count;
    if (!hasGrown && (!isAnswered || times >= MAX_FRUITLESS_PARTS)) return;
    asked.current = { at: count, times: hasGrown ? 1 : times + 1, isAnswered: false };
    onEndReached?.();
  }, [isAtEnd, count, onEndReached]);
}
