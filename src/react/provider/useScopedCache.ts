'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { profileIdOf } from '../../session/sessionState.js';
import { onSessionRenewed } from '../pages/onSessionRenewed.js';
import { useIsomorphicLayoutEffect } from '../hooks.js';
import type { SessionSnapshots } from '../session/sessionSnapshots.js';
import { discovrKeys, isOutdatedByRenewal, scopeOf } from '../query/keys.js';

/**
 * Connects a cache to a client while mounted. Removes a profile's data on a profile switch, and the account's data on
 * sign-out. When the session is renewed, marks data of the previous session as outdated, so that it is refetched at its
 * next mount. Does not mark row items, because they belong to the snapshot of their page.
 */
export function useScopedCache(client: DiscovrClientLike, queryClient: QueryClient, snapshots: SessionSnapshots): void {
  // Connects before the first paint, because reading the sign-in and loading the code of the calls take a while. Layout
  // effects are undone while a Suspense boundary around the provider waits, so the effect below stays connected.
  useIsomorphicLayoutEffect(() => client.connect(), [client]);
  useEffect(() => {
    const { now, first } = snapshots;
    let scope = scopeOf(first());
    const follow = () => {
      const previous = scope;
      scope = scopeOf(now());
      if (previous !== scope) queryClient.removeQueries({ queryKey: discovrKeys.scope(previous) });
      // The server may have rendered for another user than the one of the client.
      const isOther = previous !== scope && previous === profileIdOf(first());
      if (isOther || now().status === 'signedOut') queryClient.removeQueries({ queryKey: discovrKeys.account() });
    };
    // The client may already know another session than the one of the first render.
    follow();
    const undo = [
      snapshots.subscribe(follow),
      onSessionRenewed(client, (profileId, isFirst) => {
        // The data from the server belongs to this session.
        if (isFirst && profileId === profileIdOf(first())) return;
        void queryClient.invalidateQueries({
          queryKey: discovrKeys.scope(profileId),
          predicate: (query) => isOutdatedByRenewal(query.queryKey),
          refetchType: 'none',
        });
      }),
      client.connect(),
    ];
    queryClient.mount();
    return () => {
      for (const each of undo) each();
      queryClient.unmount();
    };
  }, [client, queryClient, snapshots]);
}
