'use client';

import { QueryClient, QueryClientContext, useIsRestoring, type Mutation, type QueryCache } from '@tanstack/react-query';
import { useContext, useEffect, useState } from 'react';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { perObject } from '../../messages/perObject.js';
import { areSessionsEqual, profileIdOf } from '../../session/sessionState.js';
import { onSessionRenewed } from '../pages/onSessionRenewed.js';
import { useIsomorphicLayoutEffect } from '../hooks.js';
import type { SessionSnapshots } from '../session/sessionSnapshots.js';
import { warnOfTwoClients } from './checks.js';
import { discovrKeys, isOfSession, isOutdatedByRenewal, LIBRARY } from '../query/keys.js';

/** The clients of the mounted providers that use a cache: one for each provider. */
const clientsOf = perObject<QueryCache, DiscovrClientLike[]>(() => []);

/** The cache of a provider. */
interface ScopedCache {
  readonly queryClient: QueryClient;
  /** Changes with the cache, because TanStack's hooks keep the one of their first render. */
  readonly key: number;
  /** The cache for TanStack's hooks below the provider: the app's, if there is one around it. */
  readonly provided: QueryClient;
}

/**
 * Returns the cache of a provider: the given one, the app's around the provider, or a separate one. A cache that a mounted
 * provider with another client uses is replaced by a separate one.
 *
 * Connects the cache to the client while mounted. Removes a profile's data on a profile switch, and the account's data on
 * sign-out. When the session is renewed, marks data of the previous session as outdated, so that it is refetched at its
 * next mount. Does not mark row items, because they belong to the snapshot of their page. Removes all data of the client
 * when its last provider unmounts.
 */
export function useScopedCache(
  client: DiscovrClientLike,
  given: QueryClient | undefined,
  snapshots: SessionSnapshots,
): ScopedCache {
  const around = useContext(QueryClientContext);
  const [{ queryClient, key }, setCache] = useState(() => ({
    queryClient: given ?? around ?? new QueryClient(),
    key: 0,
  }));
  const isRestoring = useIsRestoring();
  // Connects before the first paint, because reading the sign-in and loading the code of the calls take a while. Layout
  // effects are undone while a Suspense boundary around the provider waits, so the effect below stays connected.
  useIsomorphicLayoutEffect(() => client.connect(), [client]);
  useEffect(() => {
    const clients = clientsOf(queryClient.getQueryCache());
    if (clients.some((other) => other !== client)) {
      warnOfTwoClients();
      // Only effects know which of two providers that are rendered together is mounted.
      // oxlint-disable-next-line react/set-state-in-effect
      setCache({ queryClient: new QueryClient(), key: 1 });
      return undefined;
    }
    const { now, first } = snapshots;
    const queryKey = discovrKeys.client(client);
    let rendered = clients.includes(client) ? undefined : first();
    clients.push(client);
    const follow = () => {
      const session = now();
      if (session.status === 'unknown') return;
      queryClient.removeQueries({ queryKey, predicate: (query) => !isOfSession(session, query.queryKey) });
      // The account's data may be another user's: of the one that the server rendered for, or restored by the app.
      if (rendered && !areSessionsEqual(session, rendered)) {
        rendered = undefined;
        void queryClient.resetQueries({
          queryKey: discovrKeys.account(client),
          predicate: ({ state }) => state.data !== undefined,
        });
      }
    };
    // The client may already know another session than the one of the first render.
    follow();
    const undo = [
      snapshots.subscribe(follow),
      onSessionRenewed(client, (profileId, isFirst) => {
        // The data from the server belongs to this session.
        if (isFirst && profileId === profileIdOf(first())) return;
        void queryClient.invalidateQueries({
          queryKey: discovrKeys.scope({ clientId: client.clientId, profileId }),
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
      clients.splice(clients.indexOf(client), 1);
      // Later, because Strict Mode and a parent with another key mount a provider of this client immediately.
      queueMicrotask(() => {
        if (clients.includes(client)) return;
        queryClient.removeQueries({ queryKey, type: 'inactive' });
        const mutations = queryClient.getMutationCache();
        const predicate = ({ state }: Mutation) => state.status !== 'pending';
        for (const mutation of mutations.findAll({ mutationKey: [LIBRARY], predicate })) mutations.remove(mutation);
      });
    };
    // Runs again when an app that persists its cache has restored it.
  }, [client, queryClient, snapshots, isRestoring]);
  return { queryClient, key, provided: around ?? queryClient };
}
