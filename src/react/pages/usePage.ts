'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { Page } from '../../api/schemas/page.js';
import { pageHealingOf } from './pageHealing.js';
import { useDiscovrContext } from '../provider/context.js';
import { onSessionRenewed } from './onSessionRenewed.js';
import { pageQueryOptions } from './pageQueryOptions.js';
import type { discovrKeys } from '../query/queryKeys.js';
import { useScopedQuery, type ScopedQueryOptions } from '../query/useScopedQuery.js';

/** Options of {@link usePage}: TanStack's, except key and function. */
export type UsePageOptions = ScopedQueryOptions<Page, ReturnType<typeof discovrKeys.page>>;

/** What {@link usePage} gives: TanStack's query. */
export type UsePageResult = UseQueryResult<Page, DiscovrError>;

/**
 * A page with its hero, by the id that `useCreatePage` gave; pending while no profile is active. Where the page is of a
 * former session it is created anew, once for all who ask for it: its id is in the data. When the session is renewed
 * while the page is on screen, that happens in the background; what is shown changes at the next mount, or by `refetch()`.
 *
 * @example
 * const { data: page } = usePage(pageId);
 */
export function usePage(pageId: string, options?: UsePageOptions): UsePageResult {
  const { client } = useDiscovrContext('usePage()');
  useEffect(
    () =>
      onSessionRenewed(client, () => {
        // Where this fails, the page heals at its next call, which tells why it cannot.
        pageHealingOf(client)
          .renew(pageId)
          .catch(() => {});
      }),
    [client, pageId],
  );
  return useScopedQuery('usePage()', () => pageQueryOptions(client, pageId), options);
}
