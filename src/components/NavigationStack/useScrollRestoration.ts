'use client';

import { useCallback, useEffect, useRef } from 'react';

/** What the app has set. The entries that were taken over keep what this set, so it cannot be read from them later. */
let ofApp: ScrollRestoration | undefined;

/**
 * Keeps the browser from scrolling by itself on Back and Forward, which it would do before what it scrolls is there: from
 * when that is begun until the page is left. A reload and other pages are the browser's own again.
 *
 * @returns what begins it, for the present entry of history and those that follow.
 */
export function useScrollRestoration(): () => void {
  const isOurs = useRef(false);

  useEffect(() => {
    const giveBack = () => {
      if (isOurs.current && ofApp) window.history.scrollRestoration = ofApp;
    };
    const takeAgain = ({ persisted }: PageTransitionEvent) => {
      if (persisted && isOurs.current) window.history.scrollRestoration = 'manual';
    };
    window.addEventListener('pagehide', giveBack);
    window.addEventListener('pageshow', takeAgain);
    return () => {
      window.removeEventListener('pagehide', giveBack);
      window.removeEventListener('pageshow', takeAgain);
      giveBack();
      isOurs.current = false;
    };
  }, []);

  return useCallback(() => {
    ofApp ??= window.history.scrollRestoration;
    isOurs.current = true;
    window.history.scrollRestoration = 'manual';
  }, []);
}
