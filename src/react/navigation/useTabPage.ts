'use client';

import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isBackKey } from '../../focus/remoteKeys.js';
import { topScope } from '../../focus/scope.js';
import type { DiscovrError } from '../../shared/errors.js';
import { createPageQueryOptions } from '../pages/queries.js';
import { useDiscovrContext } from '../provider/context.js';
import { useOwner } from '../query/useScoped.js';
import { payloadOf, type PageNavigationTab } from './navigationState.js';

/** The page that a tab showed last. */
interface LastShown {
  /** Profile and id of the tab. */
  readonly place: string;
  readonly pageId: string;
}

interface TabPage {
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

/**
 * Calls `onBack` for the Back key of a remote control, and for Escape and Backspace. Ignores all of them when another
 * handler called `preventDefault()` or a modal dialog is open. Also ignores Escape and Backspace while a field has focus.
 *
 * @param isEnabled whether there is a page to go back to; otherwise the app or the device handles the key.
 */
export function useBackKey(isEnabled: boolean, onBack: () => void): void {
  useEffect(() => {
    if (!isEnabled) return undefined;
    const handleKeyDown = (event: KeyboardEvent) => {
      if (!isBackKey(event) || event.defaultPrevented || event.repeat || hasModal()) return;
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', handleKeyDown);
    return () => document.removeEventListener('keydown', handleKeyDown);
  }, [isEnabled, onBack]);
}

const hasModal = () => topScope(document.body) !== document.body;
