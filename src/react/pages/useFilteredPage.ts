'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { Page } from '../../api/schemas/page.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { useDiscovrContext } from '../provider/context.js';
import { createPageQueryOptions } from './createPageQueryOptions.js';
import { pageQueryOptions } from './pageQueryOptions.js';
import { scopeOf } from '../query/queryKeys.js';
import { useFirstRows } from './rows/useFirstRows.js';
import { usePage } from './usePage.js';
import { useClientSession } from '../session/useSession.js';

/** Options of {@link useFilteredPage}. */
export interface UseFilteredPageOptions {
  /** Name of the page. One of another name is another entry of the cache, so give a form beside it the same. */
  name?: string | undefined;
  /**
   * Whether a page may be created and fetched. `false` leaves the one that is shown; a filter whose page is known is
   * shown all the same.
   * @default true
   */
  enabled?: boolean | undefined;
}

/** What {@link useFilteredPage} gives. */
export interface UseFilteredPageResult {
  /**
   * Id of the page to show, for `useRows`; `undefined` until one is created. Where the page is of a former session,
   * `page.id` is that of the one that took its place, which `useRows` finds by itself.
   */
  readonly pageId: string | undefined;
  /** The page to show, with its hero; `undefined` until it has come. */
  readonly page: Page | undefined;
  /**
   * Whether the page to show is the one of earlier filters, because that of the present ones is on its way
   * (`isFetching`), did not come (`error`), or may not be fetched (`enabled`).
   */
  readonly isPrevious: boolean;
  /** Whether there is nothing to show yet, and no error either. True while no profile is active. */
  readonly isPending: boolean;
  /** Whether the page of the present filters is being created or fetched. */
  readonly isFetching: boolean;
  /** Why the page of the present filters did not come; an earlier one stays. */
  readonly error: DiscovrError | null;
  /** Tries again after an `error`: what failed, and nothing else. */
  retry(): void;
}

/** A page that was shown, and whose it was. */
interface LastShown {
  readonly scope: string;
  readonly pageId: string;
}

/**
 * The page for some filters: created once for equal filters, in whatever order they stand, and shared with
 * `useCreatePage` and so with a form. Its hero and its first rows, for a `useRows` without `limit`, are fetched side by
 * side as soon as its id is known.
 *
 * When the filters change, the page that is shown stays until the hero of the next has come. After filters that change
 * fast, the page of the last ones is shown, never a late one. Another profile begins with nothing.
 *
 * @param filters none for the default page. A new object that is equal does nothing.
 * @example
 * const { filters } = usePageFilterUrl();
 * const { pageId, page, isPrevious } = useFilteredPage(filters);
 */
export function useFilteredPage(filters?: FilterSpec, options: UseFilteredPageOptions = {}): UseFilteredPageResult {
  const { name, enabled: isWanted = true } = options;
  const { client, queryClient } = useDiscovrContext('useFilteredPage()');
  const scope = scopeOf(useClientSession(client));

  const creating = createPageQueryOptions(client, { ...(filters && { pageFilters: filters }), ...(name && { name }) });
  const created = useQuery({ ...creating, enabled: creating.enabled === true && isWanted }, queryClient);
  const newId = created.data?.id;
  // An id of a former session is on its way out while another is asked for: what is there of its page is shown, no more.
  const mayFetch = isWanted && newId !== undefined && !created.isFetching;
  const opened = usePage(newId ?? '', { enabled: mayFetch });
  useFirstRows('useFilteredPage()', newId ?? '', mayFetch);

  const [last, setLast] = useState<LastShown>();
  const isThere = newId !== undefined && opened.data !== undefined;
  if (isThere && (last?.pageId !== newId || last.scope !== scope)) setLast({ scope, pageId: newId });
  const formerId = !isThere && last?.scope === scope ? last.pageId : undefined;
  const former = useQuery({ ...pageQueryOptions(client, formerId ?? ''), enabled: false }, queryClient);
  const isPrevious = formerId !== undefined && former.data !== undefined;

  const page = isPrevious ? former.data : opened.data;
  const error = created.error ?? opened.error;
  const { refetch: createAgain } = created;
  const { refetch: openAgain } = opened;
  const failed = created.error ? 'creating' : opened.error ? 'opening' : undefined;
  const retry = useCallback(() => {
    if (failed) void (failed === 'creating' ? createAgain : openAgain)({ cancelRefetch: false });
  }, [failed, createAgain, openAgain]);
  return {
    pageId: isPrevious ? formerId : newId,
    page,
    isPrevious,
    isPending: page === undefined && error === null,
    isFetching: created.isFetching || opened.isFetching,
    error,
    retry,
  };
}
