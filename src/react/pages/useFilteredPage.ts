'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import type { Page } from '../../api/pages.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { useDiscovrContext } from '../provider/context.js';
import { createPageQueryOptions, pageQueryOptions } from './queries.js';
import { useOwner } from '../query/useScoped.js';
import type { Owner } from '../query/profileScope.js';
import { useFirstRows } from './useRows.js';
import { usePage } from './usePage.js';

/** Options of {@link useFilteredPage}. */
export interface UseFilteredPageOptions {
  /** Name of the page. It is part of the cache key, so pass the same name to a form used with this hook. */
  name?: string | undefined;
  /**
   * Whether a page may be created and fetched. When `false`, the current page stays until a cached page matches the
   * filters.
   * @default true
   */
  enabled?: boolean | undefined;
}

/** Result of {@link useFilteredPage}. */
export interface UseFilteredPageResult {
  /**
   * Id of the page to show, for `useRows`; `undefined` until one is created. If its session has expired, `page.id` is
   * the id of its replacement, which `useRows` finds automatically.
   */
  readonly pageId: string | undefined;
  /** The page to show, with its hero; `undefined` until it is loaded. */
  readonly page: Page | undefined;
  /**
   * Whether the shown page belongs to previous filters, because the page of the current filters is loading
   * (`isFetching`), has failed (`error`) or may not be fetched (`enabled`).
   */
  readonly isPrevious: boolean;
  /** Whether there is neither a page nor an error yet. True while no profile is active. */
  readonly isPending: boolean;
  /** Whether the page of the current filters is being created or fetched. */
  readonly isFetching: boolean;
  /** Why the page of the current filters failed to load; the previous page stays. */
  readonly error: DiscovrError | null;
  /** Repeats only the request that failed; does nothing without an `error`. */
  retry(): void;
}

/** The page that was shown last, and its profile. */
interface LastShown extends Owner {
  readonly pageId: string;
}

/**
 * Creates and returns the page with these filters. Equal filters in any order use one page, the same one that
 * `useCreatePage` and forms use. Once the page's id is known, fetches its hero and its first rows in parallel;
 * `useRows` without `limit` then finds the rows in the cache.
 *
 * When the filters change, the shown page stays until the hero of the next page has loaded. When they change quickly,
 * only the page of the last filters is shown. Another profile starts with no page.
 *
 * @param filters omit them for the default page. A new object with equal filters has no effect.
 * @example
 * const { filters } = usePageFilterUrl();
 * const { pageId, page, isPrevious } = useFilteredPage(filters);
 */
export function useFilteredPage(filters?: FilterSpec, options: UseFilteredPageOptions = {}): UseFilteredPageResult {
  const { name, enabled = true } = options;
  return usePageOf('useFilteredPage()', { filters, name }, enabled);
}

/** What page to show: one that exists, or the one with these filters. */
export interface PageSource {
  /** Id of a page that exists, from `useCreatePage` or a navigation item. Wins over `filters`. */
  pageId?: string | undefined;
  /**
   * Filters of the page, which is created when needed. Equal filters in any order use one page. `null` while the filters
   * are unknown.
   * @default the default page, unless `pageId` is passed
   */
  filters?: FilterSpec | null | undefined;
  /** Name of the page of `filters`. It is part of the cache key, so pass the same name to a form beside the page. */
  name?: string | undefined;
}

/**
 * Returns the page to show. A `pageId` that is passed but `undefined` means that the id is not known yet. The page of
 * other filters stays until the next page is loaded; a page with another id does not.
 */
export function usePageOf(caller: string, source: PageSource, isWanted = true): UseFilteredPageResult {
  const { pageId: givenId, filters, name } = source;
  const { client, queryClient, snapshots } = useDiscovrContext(caller);
  const owner = useOwner(snapshots);

  const isById = givenId !== undefined || filters === null || (!filters && 'pageId' in source);
  const payload = { ...(filters && { pageFilters: filters }), ...(name && { name }) };
  const creating = createPageQueryOptions(client, payload, owner);
  const created = useQuery({ ...creating, enabled: creating.enabled === true && isWanted && !isById }, queryClient);
  const newId = isById ? givenId : created.data?.id;
  // While `created` refetches, `newId` is about to be replaced, so its page is shown from the cache but not fetched.
  const mayFetch = isWanted && newId !== undefined && (isById || !created.isFetching);
  const opened = usePage(newId ?? '', { enabled: mayFetch });
  useFirstRows(caller, newId ?? '', mayFetch);

  // Cached data of an expired session is about to be replaced. If another page is on screen, it stays until then.
  const isOutdated = (!isById && created.isFetching) || (opened.isFetching && !opened.isFetchedAfterMount);
  const [last, setLast] = useState<LastShown>();
  const known = last?.profileId === owner.profileId ? last.pageId : undefined;
  const isThere = newId !== undefined && opened.data !== undefined && (!isOutdated || known === undefined);
  if (isThere && known !== newId) setLast({ ...owner, pageId: newId });
  const previousId = !isThere && !isById && known !== newId ? known : undefined;
  const previous = useQuery({ ...pageQueryOptions(client, previousId ?? '', owner), enabled: false }, queryClient);
  const isPrevious = previousId !== undefined && previous.data !== undefined;

  const page = isPrevious ? previous.data : opened.data;
  const creationError = isById ? null : created.error;
  const error = creationError ?? opened.error;
  const { refetch: createAgain } = created;
  const { refetch: openAgain } = opened;
  const failed = creationError ? 'creating' : opened.error ? 'opening' : undefined;
  const retry = useCallback(() => {
    if (failed) void (failed === 'creating' ? createAgain : openAgain)({ cancelRefetch: false });
  }, [failed, createAgain, openAgain]);
  return {
    pageId: isPrevious ? previousId : newId,
    page,
    isPrevious,
    isPending: page === undefined && error === null,
    isFetching: (!isById && created.isFetching) || opened.isFetching,
    error,
    retry,
  };
}
