'use client';

import { useQueries } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { CreatePagePayload } from '../../api/schemas/page.js';
import { useDiscovrContext } from '../provider/context.js';
import { createPageQueryOptions } from '../pages/createPageQueryOptions.js';

/** What {@link useTabPage} gives. */
export interface TabPage {
  readonly pageId: string | undefined;
  /** Why it could not be created; `null` while it is tried again. */
  readonly error: DiscovrError | null;
  readonly retry: () => void;
}

/**
 * The first page of a tab, created once and kept for as long as the profile is: a page of a former session is
 * healed where it is shown, so that nothing on screen is replaced.
 *
 * @param isWanted whether it is to be created where it is not.
 */
export function useTabPage(payload: CreatePagePayload, isWanted: boolean): TabPage {
  const { client, queryClient } = useDiscovrContext('usePageNavigation()');
  const { enabled, ...query } = createPageQueryOptions(client, payload);
  const isKnown = queryClient.getQueryData(query.queryKey) !== undefined;
  // Of several queries each has an observer of its own, which unlike a single one that changes fetches nothing again.
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
