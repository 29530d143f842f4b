'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import { loadOnce } from '../../shared/lateModule.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { useLatestMethods } from '../useLatestMethods.js';
import type { OnDiscovrError } from './discovrFailure.js';
import { failuresOf } from './failuresOf.js';

const load = loadOnce('error reports', () => import('./observeFailures.js'));

/**
 * Calls the listener, if there is one, with each failure that a user could see, while mounted. Its code is loaded after
 * the mount; failures before that are reported when it arrives.
 */
export function useFailureListener(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  onError: OnDiscovrError | undefined,
): void {
  const { report } = useLatestMethods({ report: (...failure: Parameters<OnDiscovrError>) => onError?.(...failure) });
  const isListening = onError !== undefined;
  useEffect(() => {
    if (!isListening) return undefined;
    let stop: (() => void) | undefined;
    let isStopped = false;
    const start = () => {
      load().then(
        ({ observeFailures }) => {
          if (!isStopped && !stop) stop = observeFailures(client, queryClient, report);
        },
        // `loadOnce` rejects with a DiscovrError only. It is reported with the failures before it, once the code arrives.
        (error: DiscovrError) => failuresOf(client).notify({ error, operation: 'code' }),
      );
    };
    start();
    window.addEventListener('online', start);
    return () => {
      isStopped = true;
      window.removeEventListener('online', start);
      stop?.();
    };
  }, [client, queryClient, isListening, report]);
}
