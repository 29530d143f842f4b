'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Returns a ref to the control that was clicked last, because Safari does not focus a clicked button. The ref contains
 * `null` when the last click was not on a control.
 */
export function useLastClick(): RefObject<HTMLElement | null> {
  const pressed = useRef<HTMLElement>(null);
  useEffect(() => {
    const note = ({ target }: Event) => {
      pressed.current = target instanceof Element ? target.closest<HTMLElement>('a[href], button, [tabindex]') : null;
    };
    document.addEventListener('click', note, true);
    return () => document.removeEventListener('click', note, true);
  }, []);
  return pressed;
}
