import { useCallback, useSyncExternalStore } from 'react';
import type { TestBrowser } from '../../src/testing/testBrowser.js';
import './standInWindow.css';

/** Stands in for the window that signing in opens, so that a story needs none; does what its reader decides. */
export function StandInPopup({ browser }: { browser: TestBrowser }) {
  const subscribe = useCallback((onChange: () => void) => browser.onChanged(onChange), [browser]);
  const isOpen = useSyncExternalStore(subscribe, () => browser.isWindowOpen);
  if (!isOpen) return null;
  return (
    <aside className="standIn" dir="ltr" lang="en" aria-label="Stands in for the window">
      <p>In an app this is a window with Discovr’s sign-in page.</p>
      <button type="button" onClick={() => void browser.signIn()}>
        Sign in there
      </button>
      <button type="button" onClick={() => void browser.decline()}>
        Decline there
      </button>
      <button type="button" onClick={() => void browser.closeWindow()}>
        Close it
      </button>
    </aside>
  );
}
