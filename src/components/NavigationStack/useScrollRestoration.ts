'use client';

import { useCallback, useEffect, useRef } from 'react';

/** The app's setting. History entries keep the value that is set here, so it cannot be read from them later. */
let ofApp: ScrollRestoration | undefined;

/**
 * Disables the browser's scroll restoration on Back and Forward, which would scroll before the content has loaded. It
 * is disabled from the first call of the returned function until unmount. When the user leaves the document, the app's
 * setting applies again, so that the browser handles reloads and other documents as usual.
 *
 * @returns a function that disables it for the current history entry and the following ones.
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
