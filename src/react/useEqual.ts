'use client';

import { replaceEqualDeep } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * Returns the value of the last render if the current one has the same content, so that an object that is made in each
 * render changes nothing. Functions have the same content if they are the same function.
 */
export function useEqual<T>(value: T): T {
  const kept = useRef(value);
  // May be written while rendering: no matter which render wrote it, the kept value is one that the app passed.
  if (replaceEqualDeep(kept.current, value) !== kept.current) kept.current = value;
  return kept.current;
}
