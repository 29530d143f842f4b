'use client';

import { isServer, replaceEqualDeep } from '@tanstack/react-query';
import { useEffect, useInsertionEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { startTimer } from '../shared/time.js';

// The parameters differ from method to method, so all are allowed here.
type Methods = Record<string, (...args: never[]) => unknown>;

/**
 * Returns methods that are stable across renders and always run their latest version. For event handlers only: do not
 * call them while rendering.
 */
export function useLatestMethods<T extends Methods>(latest: T): T {
  const current = useRef(latest);
  useInsertionEffect(() => {
    current.current = latest;
  });
  const [stable] = useState(() => {
    const entries = Object.keys(latest).map((name) => [name, (...args: never[]) => current.current[name]!(...args)]);
    // The object has the same names, with the same parameters and results.
    return Object.fromEntries(entries) as T;
  });
  return stable;
}

/** Returns a value once it has stayed unchanged for `delayMs`; returns the first value immediately. */
export function useDebounced<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => startTimer(() => setSettled(value), delayMs), [value, delayMs]);
  return settled;
}

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

/** Returns the object of the last render if each of its properties has the same value as in the current one. */
export function useSameObject<T extends object>(value: T): T {
  const kept = useRef(value);
  const before: Partial<Record<string, unknown>> = { ...kept.current };
  // May be written while rendering, as in `useEqual`.
  if (Object.entries(value).some(([name, part]) => !Object.is(part, before[name]))) kept.current = value;
  return kept.current;
}

const subscribeToNothing = () => () => undefined;

/** Returns `false` on the server and in the first render in the browser, then `true`. For browser-only values. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
}

/** `useLayoutEffect` in browsers. On the server neither effect runs; `useEffect` avoids a warning of React 18. */
export const useIsomorphicLayoutEffect = isServer ? useEffect : useLayoutEffect;
