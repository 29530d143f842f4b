'use client';

import { useEffect } from 'react';
import { isBackKey } from '../../focus/remote/remoteKeys.js';
import { topScope } from '../../focus/topScope.js';

/**
 * Calls `onBack` for the Back key of a remote control, and for Escape and Backspace. Ignores all of them when another
 * handler called `preventDefault()` or a modal dialog is open. Also ignores Escape and Backspace while a field has focus.
 *
 * @param isEnabled whether there is a page to go back to; otherwise the app or the device handles the key.
 */
export function useBackKey(isEnabled: boolean, onBack: () => void): void {
  useEffect(() => {
    if (!isEnabled) return undefined;
    const handleKeyDown = (event: KeyboardEvent) => {
      if (!isBackKey(event) || event.defaultPrevented || event.repeat || hasModal()) return;
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', handleKeyDown);
    return () => document.removeEventListener('keydown', handleKeyDown);
  }, [isEnabled, onBack]);
}

const hasModal = () => topScope(document.body) !== document.body;
