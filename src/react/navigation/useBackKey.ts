'use client';

import { useEffect } from 'react';
import { isRemoteBack } from './isRemoteBack.js';

/** Keys that some remote controls send for Back, and that have another meaning in a field. */
const KEYS_OF_FIELDS = new Set(['Escape', 'Backspace']);

/**
 * Calls `onBack` for the Back key of a remote control, and for Escape and Backspace. Ignores all of them when another
 * handler called `preventDefault()` or a dialog is open. Also ignores Escape and Backspace while a field has focus.
 *
 * @param isEnabled whether there is a page to go back to; otherwise the app or the device handles the key.
 */
export function useBackKey(isEnabled: boolean, onBack: () => void): void {
  useEffect(() => {
    if (!isEnabled) return undefined;
    const handleKeyDown = (event: KeyboardEvent) => {
      if (!isBackKey(event) || event.defaultPrevented || event.repeat || isDialogOpen()) return;
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', handleKeyDown);
    return () => document.removeEventListener('keydown', handleKeyDown);
  }, [isEnabled, onBack]);
}

function isBackKey(event: KeyboardEvent): boolean {
  if (isRemoteBack(event)) return true;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return false;
  return KEYS_OF_FIELDS.has(event.key) && !isEditable(event.target);
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [contenteditable], [role="textbox"]');
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog[open], [aria-modal="true"]') !== null;
}
