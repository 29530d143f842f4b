'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** Remembers the control that was pressed last, where the last press was on one: Safari gives a pressed button no focus. */
export function useLastPress(): RefObject<HTMLElement | null> {
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
