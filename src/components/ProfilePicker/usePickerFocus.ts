'use client';

import { useRef, type RefObject } from 'react';
import { focusFirst, focusableWithin } from '../../focus/focusable.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { useLostFocus } from '../../ui/useLostFocus.js';

/**
 * Keeps the focus in a picker whose content changes: on the tiles, the form or the button of a notice. While the
 * profiles load, the picker itself has the focus.
 *
 * @param state name of the current state.
 * @param takesFocus whether the picker takes focus when it appears.
 * @returns the ref of the picker, which needs a `tabindex`.
 */
export function usePickerFocus(state: string, takesFocus: boolean): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null);
  const shown = useRef<string>(undefined);
  useLostFocus(root, enter);

  useIsomorphicLayoutEffect(() => {
    const isFirst = shown.current === undefined;
    const hasChanged = shown.current !== state;
    shown.current = state;
    const picker = root.current;
    if (!picker || !hasChanged) return;
    const { activeElement } = picker.ownerDocument;
    if (activeElement === picker || (isFirst && takesFocus && !picker.contains(activeElement))) enter(picker);
  });
  return root;
}

/** Focuses the first control of the content, otherwise the picker. */
function enter(picker: HTMLElement): void {
  const contents = [...picker.querySelectorAll(CONTENT)];
  if (!focusFirst(contents.flatMap(focusableWithin))) picker.focus({ preventScroll: true });
}

/** Selector of what a picker shows below its brand and title. */
const CONTENT = '.discovr-ProfileTiles, .discovr-ProfileForm, .discovr-StateNotice';
