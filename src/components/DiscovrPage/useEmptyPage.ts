'use client';

import { useEffect, useState } from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import { loadOnce } from '../../shared/lateModule.js';
import { failuresOf } from '../../react/failures/failures.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import type { EmptyPage as EmptyPageComponent } from '../EmptyPage/EmptyPage.js';

/** The component, once it is loaded. */
let loaded: typeof EmptyPageComponent | undefined;
const load = loadOnce('pages without titles', () => import('../EmptyPage/EmptyPage.js'));

/** Return value of {@link useEmptyPage}. */
export interface UseEmptyPageResult {
  /** The component; `undefined` until its code is loaded. */
  readonly EmptyPage: typeof EmptyPageComponent | undefined;
  /** `NETWORK_ERROR` when the code could not be loaded. */
  readonly error: DiscovrError | null;
  /** Loads the code again. */
  readonly retry: () => void;
}

/** Loads the component for pages without titles, because most pages have titles. Once loaded, it stays loaded. */
export function useEmptyPage(isWanted: boolean): UseEmptyPageResult {
  const { client } = useDiscovrContext('<DiscovrPage>');
  const [EmptyPage, setEmptyPage] = useState(() => loaded);
  const [error, setError] = useState<DiscovrError | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!isWanted || EmptyPage) return undefined;
    let isCurrent = true;
    load().then(
      (module) => {
        loaded = module.EmptyPage;
        if (isCurrent) setEmptyPage(() => loaded);
      },
      // `loadOnce` rejects with a DiscovrError only.
      (cause: DiscovrError) => {
        if (!isCurrent) return;
        setError(cause);
        failuresOf(client).notify({ error: cause, operation: 'code' });
      },
    );
    return () => {
      isCurrent = false;
      setError(null);
    };
  }, [client, isWanted, EmptyPage, attempt]);
  return {
    EmptyPage,
    error,
    retry: () => setAttempt(attempt + 1),
  };
}
