'use client';

import { useEffect } from 'react';
import { isRemoteBack } from './isRemoteBack.js';

/** Keys some remotes send for Back, and which mean something else in a field. */
const KEYS_OF_FIELDS = new Set(['Escape', 'Backspace']);

/**
 * Hears the Back key of a remote, and the keys that stand for it. They are left alone where something else has dealt
 * with them, where a dialog is open, and those of a keyboard where the focus is in a field.
 *
 * @param isEnabled whether there is anything to go back to; else the key is the app's or the device's.
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
