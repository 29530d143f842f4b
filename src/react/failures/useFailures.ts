'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { allErrorsEnglish } from '../../messages/english/signIn.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { isDiscovrError, type DiscovrError } from '../../shared/errors.js';
import { loadOnce } from '../../shared/lateModule.js';
import { useLatestMethods } from '../hooks.js';
import { useMessages } from '../provider/context.js';
import { failuresOf, type OnDiscovrError } from './failures.js';

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
    const { online } = client.platform;
    const undo = online.onChanged(() => online.isOnline() && start());
    return () => {
      isStopped = true;
      undo();
      stop?.();
    };
  }, [client, queryClient, isListening, report]);
}

/**
 * Returns a function that returns the text about an error for users, in the provider's messages: the same text that the
 * drop-ins show. An error that is not a `DiscovrError` has the general text. The function is the same on every render.
 *
 * @throws {Error} when there is no `<DiscovrProvider>` above.
 * @example
 * const errorText = useErrorText();
 * {createPage.error && <p role="alert">{errorText(createPage.error)}</p>}
 */
export function useErrorText(): (error: Error) => string {
  const messages = useMessages(allErrorsEnglish, undefined, 'useErrorText()');
  return useCallback(
    (error) => errorMessage(isDiscovrError(error) ? error : { code: 'UNKNOWN' }, messages),
    [messages],
  );
}
