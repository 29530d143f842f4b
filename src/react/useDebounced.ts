'use client';

import { useEffect, useState } from 'react';
import { startTimer } from '../api/time/startTimer.js';

/** A value once it has stayed the same for a while; the first one at once. */
export function useDebounced<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => startTimer(() => setSettled(value), delayMs), [value, delayMs]);
  return settled;
}
