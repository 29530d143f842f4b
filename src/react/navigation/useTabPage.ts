'use client';

import { useQueries } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { CreatePagePayload } from '../../api/schemas/page.js';
import { useDiscovrContext } from '../provider/context.js';
import { createPageQueryOptions } from '../pages/createPageQueryOptions.js';

/** Result of {@link useTabPage}. */
export interface TabPage {
  readonly pageId: string | undefined;
  /** Why the page could not be created; `null` during a retry. */
  readonly error: DiscovrError | null;
  readonly retry: () => void;
}

/**
 * Returns the page of a tab, created once and kept as long as the profile is active. When its session expires, the
 * components that show the page heal it; `pageId` stays the same.
 *
 * @param isWanted whether to create the page if it is not cached.
 */
export function useTabPage(payload: CreatePagePayload, isWanted: boolean): TabPage {
  const { client, queryClient } = useDiscovrContext('usePageNavigation()');
  const { enabled, ...query } = createPageQueryOptions(client, payload);
  const isKnown = queryClient.getQueryData(query.queryKey) !== undefined;
  // useQueries has one observer per query. The single observer of useQuery would refetch when its key changes.
  const [result] = useQueries(
    {
      queries: [
        {
          ...query,
          enabled: enabled === true && (isWanted || isKnown),
          refetchOnMount: false,
          gcTime: Number.POSITIVE_INFINITY,
        },
      ],
    },
    queryClient,
  );
  const { data, error, isFetching, refetch } = result;
  return {
    pageId: data?.id,
    error: data || isFetching ? null : error,
    retry: () => void refetch(),
  };
}
