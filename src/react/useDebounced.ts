'use client';

import { useEffect, useState } from 'react';
import { startTimer } from '../shared/time.js';

/** Returns a value once it has stayed unchanged for `delayMs`; returns the first value immediately. */
export function useDebounced<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => startTimer(() => setSettled(value), delayMs), [value, delayMs]);
  return settled;
}
