'use client';

import { useCallback, useEffect, useRef } from 'react';

/** The app's setting, read once before this hook changes it: later reads would return `manual`. */
let appSetting: ScrollRestoration | undefined;

/**
 * Returns a function that disables the browser's scroll restoration for the current history entry and the following
 * ones, because the browser would scroll before the content has loaded. It stays disabled until unmount. When the user
 * leaves the document, the app's setting applies again, so that the browser handles reloads and other documents as
 * usual.
 */
export function useScrollRestoration(): () => void {
  const isDisabled = useRef(false);

  useEffect(() => {
    const restore = () => {
      if (isDisabled.current && appSetting) window.history.scrollRestoration = appSetting;
    };
    const disableAgain = ({ persisted }: PageTransitionEvent) => {
      if (persisted && isDisabled.current) window.history.scrollRestoration = 'manual';
    };
    window.addEventListener('pagehide', restore);
    window.addEventListener('pageshow', disableAgain);
    return () => {
      window.removeEventListener('pagehide', restore);
      window.removeEventListener('pageshow', disableAgain);
      restore();
      isDisabled.current = false;
    };
  }, []);

  return useCallback(() => {
    appSetting ??= window.history.scrollRestoration;
    isDisabled.current = true;
    window.history.scrollRestoration = 'manual';
  }, []);
}
