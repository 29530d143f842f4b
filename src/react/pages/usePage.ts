'use client';

import { useMutation, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { CreatePagePayload, CreatePageResponse, Page } from '../../api/pages.js';
import type { DiscovrError } from '../../shared/errors.js';
import { startTimer } from '../../shared/time.js';
import { useDiscovrContext } from '../provider/context.js';
import type { discovrKeys } from '../query/keys.js';
import type { DiscovrMutationOptions } from '../query/options.js';
import { ownerNow, useScopedQuery, type DiscovrQueryOptions } from '../query/useScoped.js';
import { onSessionRenewed } from './onSessionRenewed.js';
import { pageHealingOf } from './pageHealing.js';
import type { PrefetchTarget } from './prefetchPage.js';
import { createPageMutation, pageQueryOptions } from './queries.js';

/**
 * Returns a page with its hero, by the id from `useCreatePage`; pending while no profile is active. A page of an
 * expired session is recreated once for all components, and `data.id` is then the id of its replacement. When the
 * session is renewed, a page on screen is recreated in the background; the replacement is shown at the next mount or
 * after `refetch()`.
 *
 * @example
 * const { data: page } = usePage(pageId);
 */
export function usePage<Selected = Page>(
  pageId: string,
  options?: DiscovrQueryOptions<Page, ReturnType<typeof discovrKeys.page>, Selected>,
): UseQueryResult<Selected, DiscovrError> {
  const { client, queryClient, snapshots } = useDiscovrContext('usePage()');
  useEffect(
    () =>
      onSessionRenewed(client, (_profileId, isFirst) => {
        const { queryKey } = pageQueryOptions(client, pageId, ownerNow(snapshots));
        // A page from a server belongs to the first session. If this fails, the next call for the page heals it or
        // reports the error.
        pageHealingOf(client)
          .renew(pageId, isFirst ? undefined : queryClient.getQueryData(queryKey))
          .catch(() => {});
      }),
    [client, queryClient, snapshots, pageId],
  );
  return useScopedQuery('usePage()', (_client, owner) => pageQueryOptions(client, pageId, owner), options);
}

/**
 * Creates a page from filters. Without variables, creates the default page, which has no filters.
 *
 * Simultaneous calls with equal filters share one `POST /pages`, which unmounting does not abort. When offline, a call
 * fails with `NETWORK_ERROR` after its last retry, and sends nothing later. Without a profile, it fails with
 * `NOT_SIGNED_IN` or `NO_ACTIVE_PROFILE`. When the profile changes before the response, it fails with an `AbortError`.
 *
 * @example
 * const createPage = useCreatePage({ onSuccess: (page) => navigate(`/browse/${page.id}`) });
 * createPage.mutate({ pageFilters: { genres: [35], media_type: 'movie' }, name: 'Friday night' });
 */
export function useCreatePage(
  options?: DiscovrMutationOptions<CreatePageResponse, CreatePagePayload | void>,
): UseMutationResult<CreatePageResponse, DiscovrError, CreatePagePayload | void> {
  const { client, queryClient } = useDiscovrContext('useCreatePage()');
  const { mutationFn, ...defaults } = createPageMutation(client, queryClient);
  return useMutation({ ...defaults, ...options, mutationFn }, queryClient);
}

/** Milliseconds for which the pointer or the focus must stay on an element before its page is prefetched. */
const INTENT_MS = 100;

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
export function usePrefetchPage(): (target: PrefetchTarget) => () => void {
  const { client, queryClient, snapshots } = useDiscovrContext('usePrefetchPage()');
  const stopWaiting = useRef<() => void>(undefined);
  useEffect(() => () => stopWaiting.current?.(), []);

  return useCallback(
    (target) => {
      stopWaiting.current?.();
      const stop = startTimer(() => {
        const context = { client, queryClient, owner: ownerNow(snapshots) };
        // If the code cannot be loaded, the page is fetched when it is opened.
        import('./prefetchPage.js').then(
          ({ fetchPageAhead }) => fetchPageAhead(context, target),
          () => undefined,
        );
      }, INTENT_MS);
      stopWaiting.current = stop;
      return stop;
    },
    [client, queryClient, snapshots],
  );
}
