'use client';

import { useCallback, useEffect, useRef } from 'react';
import { startTimer } from '../../api/time/startTimer.js';
import { useDiscovrContext } from '../provider/context.js';
import { prefetchPage, type PrefetchTarget } from './prefetchPage.js';

/** Milliseconds a pointer rests on something, or the focus stays there, before it counts as a wish. */
const INTENT_MS = 100;

/** What {@link usePrefetchPage} gives: begins to wait for a page, and returns what ends the wait. */
export type PrefetchPage = (target: PrefetchTarget) => () => void;

/**
 * Gets a page ready once a person seems about to open it: call it where the pointer or the focus comes, and what it
 * returns where they leave within a tenth of a second. One wish waits at a time, the latest; what is under way goes on.
 * The function keeps its identity. For event handlers only.
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
