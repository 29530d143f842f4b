'use client';

import { useInsertionEffect, useRef, useState } from 'react';

// The parameters of a method are its own business; here only their being methods matters.
type Methods = Record<string, (...args: never[]) => unknown>;

/**
 * Gives methods whose identity never changes and which do what their latest version does. For event handlers only: not
 * to be called while rendering.
 */
export function useLatestMethods<T extends Methods>(latest: T): T {
  const current = useRef(latest);
  useInsertionEffect(() => {
    current.current = latest;
  });
  const [stable] = useState(() => {
    const entries = Object.keys(latest).map((name) => [name, (...args: never[]) => current.current[name]!(...args)]);
    // The same names with the same parameters and results, one call further.
    return Object.fromEntries(entries) as T;
  });
  return stable;
}
