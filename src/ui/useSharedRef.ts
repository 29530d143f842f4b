'use client';

import { useMemo, type ForwardedRef, type RefObject } from 'react';

/**
 * Returns the ref of an element to which both the app and the component refer. Both follow the element when it appears,
 * is replaced or is removed.
 *
 * @param given the ref that the app passed.
 * @param own the component's ref, if it needs one.
 */
export function useSharedRef<Root>(
  given: ForwardedRef<Root>,
  own: RefObject<Root | null> | undefined,
): ForwardedRef<Root> {
  return useMemo(() => (given && own ? shared(given, own) : (given ?? own ?? null)), [given, own]);
}

function shared<Root>(given: NonNullable<ForwardedRef<Root>>, own: RefObject<Root | null>): ForwardedRef<Root> {
  // A function of the app may return another one to clean up. React 19 calls that one, and not the first with `null`.
  let cleanUp: unknown;
  return (element) => {
    own.current = element;
    if (typeof given !== 'function') given.current = element;
    else if (element || typeof cleanUp !== 'function') cleanUp = given(element);
    else cleanUp();
  };
}
