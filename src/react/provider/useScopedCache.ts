'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { onSessionRenewed } from '../pages/onSessionRenewed.js';
import { discovrKeys, isOutdatedByRenewal, scopeOf } from '../query/queryKeys.js';

/**
 * Connects a cache to a client while mounted. Removes a profile's data on a profile switch, and the account's data on
 * sign-out. When the session is renewed, marks data of the previous session as outdated, so that it is refetched at its
 * next mount. Does not mark row items, because they belong to the snapshot of their page.
 */
export function useScopedCache(client: DiscovrClientLike, queryClient: QueryClient): void {
  useEffect(() => {
    let scope = scopeOf(client.getSession());
    const undoSession = client.onSessionChanged(() => {
      const previous = scope;
      scope = scopeOf(client.getSession());
      if (previous !== scope) queryClient.removeQueries({ queryKey: discovrKeys.scope(previous) });
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
