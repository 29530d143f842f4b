'use client';

import { QueryClient, QueryClientContext, useIsRestoring, type QueryCache } from '@tanstack/react-query';
import { useContext, useEffect, useState } from 'react';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { perObject } from '../../messages/perObject.js';
import { areSessionsEqual, profileIdOf } from '../../session/sessionState.js';
import { onSessionRenewed } from '../pages/onSessionRenewed.js';
import { takeKeptDraft } from '../filters/keptDraft.js';
import { useIsomorphicLayoutEffect } from '../hooks.js';
import type { SessionSnapshots } from '../session/sessionSnapshots.js';
import { warnOfTwoClients } from './checks.js';
import { discovrKeys, isOfSession, isOutdatedByRenewal } from '../query/keys.js';

/** The client that uses a cache, once for each of its mounted providers. */
const clientsOf = perObject<QueryCache, DiscovrClientLike[]>(() => []);

/**
 * Returns the cache of a provider: the given one, the app's around the provider, or a separate one. A cache that a mounted
 * provider with another client uses is replaced by a separate one.
 *
 * Connects the cache to the client while mounted. Removes a profile's data on a profile switch, and the account's data and
 * its kept draft of the form on sign-out. When the session is renewed, marks data of the previous session as outdated, so that it is refetched at its
 * next mount. Does not mark row items, because they belong to the snapshot of their page. Removes all data of the client
 * when its last provider unmounts.
 *
 * @returns the cache, a key that changes with it, because TanStack's hooks keep the one of their first render, and the
 *   cache for TanStack's hooks below the provider: the app's, if there is one around it.
 */
export function useScopedCache(
  client: DiscovrClientLike,
  given: QueryClient | undefined,
  snapshots: SessionSnapshots,
): readonly [queryClient: QueryClient, key: number, provided: QueryClient] {
  const around = useContext(QueryClientContext);
  const [[queryClient, key], setCache] = useState<[QueryClient, number]>(() => [
    given ?? around ?? new QueryClient(),
    0,
  ]);
  const isRestoring = useIsRestoring();
  // Connects before the first paint, because reading the sign-in and loading the code of the calls take a while. Layout
  // effects are undone while a Suspense boundary around the provider waits, so the effect below stays connected.
  useIsomorphicLayoutEffect(() => client.connect(), [client]);
  useEffect(() => {
    const clients = clientsOf(queryClient.getQueryCache());
    if ((clients[0] ?? client) !== client) {
      warnOfTwoClients();
      // Only effects know which of two providers that are rendered together is mounted.
      // oxlint-disable-next-line react/set-state-in-effect
      setCache([new QueryClient(), 1]);
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
      // The account's data may be another user's: of the one that the server rendered for, or restored before.
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
      snapshots.subscribe(() => {
        const session = now();
        const reason = session.status === 'signedOut' ? session.reason : undefined;
        // When a token is refused, the same user signs in again.
        if (reason && reason !== 'refused') takeKeptDraft(client);
      }),
      // An app that persists its cache may restore the account of another user. No hook fetches until then.
      queryClient.getQueryCache().subscribe(({ type, query }) => {
        if (isRestoring && (type === 'added' || type === 'updated')) {
          queryClient.removeQueries({
            queryKey: discovrKeys.account(client),
            predicate: (each) => each === query && each.state.data !== undefined,
          });
        }
      }),
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
        for (const mutation of mutations.findAll({ mutationKey: queryKey })) {
          if (mutation.state.status !== 'pending') mutations.remove(mutation);
        }
      });
    };
    // Runs again when an app that persists its cache has restored it.
  }, [client, queryClient, snapshots, isRestoring]);
  return [queryClient, key, around ?? queryClient];
}
