'use client';

import { useCallback, useEffect, useRef } from 'react';
import { startTimer } from '../../api/time/startTimer.js';
import { useDiscovrContext } from '../provider/context.js';
import { prefetchPage, type PrefetchTarget } from './prefetchPage.js';

/** Milliseconds for which the pointer or the focus must stay on an element before its page is prefetched. */
const INTENT_MS = 100;

/** Result of {@link usePrefetchPage}: schedules a prefetch, and returns a function that cancels it. */
export type PrefetchPage = (target: PrefetchTarget) => () => void;

/**
 * Returns a function that prefetches a page the user seems about to open. Call it when the pointer or the focus enters
 * an element. It waits for 100 milliseconds and returns a function that cancels the wait; call that when they leave. A
 * new call cancels the wait of the previous call. A prefetch that has started continues. The function keeps its
 * identity. For event handlers only.
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
  const { client, queryClient } = useDiscovrContext('usePrefetchPage()');
  const stopWaiting = useRef<() => void>(undefined);
  useEffect(() => () => stopWaiting.current?.(), []);

  return useCallback(
    (target) => {
      stopWaiting.current?.();
      const stop = startTimer(() => void prefetchPage(client, queryClient, target), INTENT_MS);
      stopWaiting.current = stop;
      return stop;
    },
    [client, queryClient],
  );
}
