import { useCallback, useSyncExternalStore } from 'react';
import type { TestBrowser } from '../../src/testing/testBrowser.js';
import './standInPopup.css';

/** Replaces the sign-in popup, so that a story opens no real popup. Its buttons are the user's choices in the popup. */
export function StandInPopup({ browser }: { browser: TestBrowser }) {
  const subscribe = useCallback((onChange: () => void) => browser.onChanged(onChange), [browser]);
  const isOpen = useSyncExternalStore(subscribe, () => browser.isPopupOpen);
  if (!isOpen) return null;
  return (
    <aside className="standIn" dir="ltr" lang="en" aria-label="Stand-in for the popup">
      <p>In an app, this is a popup with Discovr’s sign-in page.</p>
      <button type="button" onClick={() => void browser.signIn()}>
        Complete sign-in
      </button>
      <button type="button" onClick={() => void browser.decline()}>
        Decline sign-in
      </button>
      <button type="button" onClick={() => void browser.closePopup()}>
        Close popup
      </button>
    </aside>
  );
}
