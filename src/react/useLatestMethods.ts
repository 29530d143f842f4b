'use client';

import { useInsertionEffect, useRef, useState } from 'react';

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
