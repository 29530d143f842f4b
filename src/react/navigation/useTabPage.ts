'use client';

import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import { useDiscovrContext } from '../provider/context.js';
import { createPageQueryOptions } from '../pages/createPageQueryOptions.js';
import { useOwner } from '../query/useOwner.js';
import { payloadOf, type PageNavigationTab } from './navigationTab.js';

/** The page that a tab showed last. */
interface LastShown {
  /** Profile and id of the tab. */
  readonly place: string;
  readonly pageId: string;
}

/** Result of {@link useTabPage}. */
export interface TabPage {
  readonly pageId: string | undefined;
  /** Why the page could not be created; `null` during a retry. */
  readonly error: DiscovrError | null;
  readonly retry: () => void;
}

/**
 * Returns the page of a tab, created once and kept as long as the profile is active. When its session expires, the
 * components that show the page heal it; `pageId` stays the same. When the filters of the tab change, the shown page
 * stays until the page of the changed filters has been created.
 *
 * @param isWanted whether to create the page if it is not cached.
 */
export function useTabPage(tab: PageNavigationTab, isWanted: boolean): TabPage {
  const { client, queryClient, snapshots } = useDiscovrContext('usePageNavigation()');
  const owner = useOwner(snapshots);
  const { enabled, ...query } = createPageQueryOptions(client, payloadOf(tab), owner);
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
  const place = `${owner.profileId} ${tab.id}`;
  const [last, setLast] = useState<LastShown>();
  if (data && (last?.pageId !== data.id || last.place !== place)) setLast({ place, pageId: data.id });
  const previousId = isFetching && last?.place === place ? last.pageId : undefined;
  return {
    pageId: data?.id ?? previousId,
    error: data || isFetching ? null : error,
    retry: () => void refetch(),
  };
}
