'use client';

import { useEffect, useState } from 'react';
import { startInterval } from '../../shared/time.js';

const SECOND_MS = 1000;

/**
 * Returns the number of seconds until a time, never below zero. Updates each second.
 *
 * @param until the time, in milliseconds of this device's clock.
 */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => startInterval(() => setNow(Date.now()), SECOND_MS), []);
  return Math.max(0, Math.ceil((until - now) / SECOND_MS));
}
