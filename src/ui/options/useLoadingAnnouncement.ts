'use client';

import { useEffect, useRef } from 'react';
import { startTimer } from '../../shared/time.js';

/** Delay before loading is announced, in milliseconds. A list that loads faster is not announced. */
const ANNOUNCE_DELAY_MS = 600;

interface UseLoadingAnnouncementOptions {
  readonly isLoading: boolean;
  /** Text announced while the list is loading. */
  readonly loading: string;
  /** Text announced at the end; `''` after a failure, which is an alert of its own. */
  readonly loaded: string;
  readonly announce: (text: string) => void;
}

/** Announces to screen readers that a list is loading, and then that it has loaded. */
export function useLoadingAnnouncement({ isLoading, loading, loaded, announce }: UseLoadingAnnouncementOptions): void {
  const isAnnounced = useRef(false);
  useEffect(() => {
    if (!isLoading) {
      if (isAnnounced.current && loaded) announce(loaded);
      isAnnounced.current = false;
      return undefined;
    }
    return startTimer(() => {
      isAnnounced.current = true;
      announce(loading);
    }, ANNOUNCE_DELAY_MS);
  }, [isLoading, loading, loaded, announce]);
}
