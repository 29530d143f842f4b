'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { onSessionRenewed } from '../pages/onSessionRenewed.js';
import { discovrKeys, isOutdatedByRenewal, scopeOf } from '../query/queryKeys.js';

/**
 * Ties a cache to a client for as long as it is mounted: starts both, removes a profile's data when the profile is
 * left and the account's when nobody is signed in any more, and marks data of a former session as outdated, to be
 * fetched again at its next mount. Items of rows stay as they are: they go with the page they were shown on.
 */
export function useScopedCache(client: DiscovrClientLike, queryClient: QueryClient): void {
  useEffect(() => {
    let scope = scopeOf(client.getSession());
    const undoSession = client.onSessionChanged(() => {
      const former = scope;
      scope = scopeOf(client.getSession());
      if (former !== scope) queryClient.removeQueries({ queryKey: discovrKeys.scope(former) });
      if (client.getSession().status === 'signedOut') queryClient.removeQueries({ queryKey: discovrKeys.account() });
    });
    const undoRenewed = onSessionRenewed(client, (profileId) => {
      void queryClient.invalidateQueries({
        queryKey: discovrKeys.scope(profileId),
        predicate: (query) => isOutdatedByRenewal(query.queryKey),
        refetchType: 'none',
      });
    });
    queryClient.mount();
    const disconnect = client.connect();
    return () => {
      disconnect();
      queryClient.unmount();
      undoRenewed();
      undoSession();
    };
  }, [client, queryClient]);
}
