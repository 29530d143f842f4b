'use client';

import { useCallback, useEffect, useRef } from 'react';
import { startTimer } from '../../shared/time.js';
import { useDiscovrContext } from '../provider/context.js';
import { ownerNow } from '../query/useOwner.js';
import { fetchPageAhead, type PrefetchTarget } from './fetchPageAhead.js';

/** Milliseconds for which the pointer or the focus must stay on an element before its page is prefetched. */
const INTENT_MS = 100;

/** Result of {@link usePrefetchPage}: schedules a prefetch, and returns a function that cancels it. */
export type PrefetchPage = (target: PrefetchTarget) => () => void;

/**
 * Returns a function that prefetches a page the user seems about to open. Call it when the pointer or the focus enters
 * an element: it waits for 100 milliseconds, then prefetches. It returns a function that cancels the wait, to be called
 * when the pointer or the focus leaves. A new call also cancels the previous wait. A prefetch that has started
 * continues. The prefetch function is stable across renders. For event handlers only.
 *
 * @example
 * const prefetch = usePrefetchPage();
 * const cancel = useRef<() => void>(undefined);
 * <a
 *   onPointerEnter={() => (cancel.current = prefetch({ pageId }))}
 *   onPointerLeave={() => cancel.current?.()}
 * />
 */
export function usePrefetchPage(): PrefetchPage {
  const { client, queryClient, snapshots } = useDiscovrContext('usePrefetchPage()');
  const stopWaiting = useRef<() => void>(undefined);
  useEffect(() => () => stopWaiting.current?.(), []);

  return useCallback(
    (target) => {
      stopWaiting.current?.();
      const stop = startTimer(() => void fetchPageAhead(client, queryClient, target, ownerNow(snapshots)), INTENT_MS);
      stopWaiting.current = stop;
      return stop;
    },
    [client, queryClient, snapshots],
  );
}
