'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { onSessionRenewed } from '../pages/onSessionRenewed.js';
import { discovrKeys, isOutdatedByRenewal, scopeOf } from '../query/queryKeys.js';

/**
 * Ties a cache to a client while mounted: connects both, removes a profile's data on a profile switch and the account's
 * data on sign-out, and marks data of the previous session as outdated when the session is renewed, so that it is
 * refetched at its next mount. Row items are not marked: they belong to the page they were shown on.
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
