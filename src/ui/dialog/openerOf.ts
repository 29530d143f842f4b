import type { RefObject } from 'react';

/**
 * Returns the control that opens a dialog: the focused one, or the one that was clicked last, because Safari does not
 * focus a clicked button.
 */
export function openerOf(lastClick: RefObject<HTMLElement | null>): HTMLElement | null {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : lastClick.current;
}
