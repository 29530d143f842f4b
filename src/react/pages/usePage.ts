'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import type { Page } from '../../api/pages.js';
import { pageHealingOf } from './pageHealing.js';
import { useDiscovrContext } from '../provider/context.js';
import { onSessionRenewed } from './onSessionRenewed.js';
import { pageQueryOptions } from './pageQueryOptions.js';
import type { discovrKeys } from '../query/queryKeys.js';
import { useScopedQuery, type ScopedQueryOptions } from '../query/useScopedQuery.js';

/** Options of {@link usePage}: TanStack's, except the key and the function. */
export type UsePageOptions<Selected = Page> = ScopedQueryOptions<Page, ReturnType<typeof discovrKeys.page>, Selected>;

/** Result of {@link usePage}: TanStack's query. */
export type UsePageResult<Selected = Page> = UseQueryResult<Selected, DiscovrError>;

/**
 * Returns a page with its hero, by the id from `useCreatePage`; pending while no profile is active. A page of an
 * expired session is recreated once for all components, and `data.id` is then the id of its replacement. When the
 * session is renewed, a page on screen is recreated in the background; the replacement is shown at the next mount or
 * after `refetch()`.
 *
 * @example
 * const { data: page } = usePage(pageId);
 */
export function usePage<Selected = Page>(pageId: string, options?: UsePageOptions<Selected>): UsePageResult<Selected> {
  const { client } = useDiscovrContext('usePage()');
  useEffect(
    () =>
      onSessionRenewed(client, () => {
        // If this fails, the next call for the page heals it or reports the error.
        pageHealingOf(client)
          .renew(pageId)
          .catch(() => {});
      }),
    [client, pageId],
  );
  return useScopedQuery('usePage()', (_client, owner) => pageQueryOptions(client, pageId, owner), options);
}
