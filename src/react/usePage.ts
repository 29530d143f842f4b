'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../api/discovrError.js';
import type { Page } from '../api/schemas/page.js';
import { pageQueryOptions } from './pageQueryOptions.js';
import type { discovrKeys } from './queryKeys.js';
import { useScopedQuery, type ScopedQueryOptions } from './useScopedQuery.js';

/** Options of {@link usePage}: TanStack's, except key and function. */
export type UsePageOptions = ScopedQueryOptions<Page, ReturnType<typeof discovrKeys.page>>;

/** What {@link usePage} gives: TanStack's query. */
export type UsePageResult = UseQueryResult<Page, DiscovrError>;

/**
 * A page with its hero, by the id that `useCreatePage` gave; pending while no profile is active. Where the page is of a
 * former session it is created anew, once for all who ask for it: its id is in the data.
 *
 * @example
 * const { data: page } = usePage(pageId);
 */
export function usePage(pageId: string, options?: UsePageOptions): UsePageResult {
  return useScopedQuery('usePage()', (client) => pageQueryOptions(client, pageId), options);
}
