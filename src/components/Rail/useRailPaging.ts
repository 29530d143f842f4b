'use client';

import { useEffect, useRef } from 'react';
import type { RailView } from './useRailWindow.js';

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
  /**
   * Asks for the next items: once for each time the rail has grown, when its end comes near. A rail without items asks
   * when it comes near the viewport.
   */
  onEndReached?: (() => void) | undefined;
}

/** Asks for more when the end of a rail, and the rail itself, come near. */
export function useRailPaging(paging: RailPaging, view: RailView, isNear: boolean): void {
  const { count, hasMore = false, isLoading = false, hasFailed = false, onEndReached } = paging;
  const askedAt = useRef(-1);
  const isAtEnd = isNear && view.isMeasured && view.end >= count && hasMore && !isLoading && !hasFailed;

  useEffect(() => {
    if (!isAtEnd || askedAt.current === count) return;
    askedAt.current = count;
    onEndReached?.();
  }, [isAtEnd, count, onEndReached]);
}
