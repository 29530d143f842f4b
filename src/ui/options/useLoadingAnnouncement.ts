'use client';

import { useEffect, useRef } from 'react';
import { startTimer } from '../../shared/time.js';

/** Delay before loading is announced, in milliseconds. A list that loads faster is not announced. */
const ANNOUNCE_DELAY_MS = 600;

/**
 * Announces to screen readers that a list is loading, and then that it has loaded.
 *
 * @param loaded the text announced at the end; `''` after a failure, which is an alert of its own.
 */
export function useLoadingAnnouncement(
  isLoading: boolean,
  loading: string,
  loaded: string,
  announce: (text: string) => void,
): void {
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
