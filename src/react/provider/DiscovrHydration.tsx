'use client';

import { hydrate, type DehydratedState, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isOfSession, LIBRARY } from '../query/keys.js';
import { useSessionFrom } from '../session/useSession.js';
import { useDiscovrContext } from './context.js';

/** Props of {@link DiscovrHydration}. */
export interface DiscovrHydrationProps {
  /** Result of TanStack's `dehydrate()` for the cache that the server prefetched into. */
  state: DehydratedState | null | undefined;
  children?: ReactNode;
}

/**
 * Adds data that a server prefetched to the provider's cache before its children render, except data of a profile that
 * is not active, or of another client id. Renders no element. TanStack's `<HydrationBoundary>` would add all of it.
 *
 * Can be nested, so that a server sends the hero first: put the data of the hero around a `<Suspense>` boundary, and that
 * of the rails inside.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * <DiscovrProvider client={client} initialSession={session}>
 *   <DiscovrHydration state={state}><DiscovrPage pageId={pageId} /></DiscovrHydration>
 * </DiscovrProvider>
 */
export function DiscovrHydration({ state, children }: DiscovrHydrationProps): ReactNode {
  const { client, queryClient, snapshots } = useDiscovrContext('<DiscovrHydration>');
  const session = useSessionFrom(snapshots);
  // Once for each state: after another sign-in, data of the previous user must not return to the cache.
  const [added, setAdded] = useState(() => add(state));
  if (added.from !== state) setAdded(add(state));
  const completed = useRef<unknown>(undefined);
  // Components on screen must not change during the render. `<Activity>` runs this again, when the data may be outdated.
  useEffect(() => {
    if (completed.current === added) return;
    completed.current = added;
    const cache = queryClient.getQueryCache();
    const queries = added.own?.queries.filter(({ queryHash }) => cache.get(queryHash));
    if (queries) hydrate(queryClient, { queries });
  }, [queryClient, added]);
  return children;

  function add(from: DiscovrHydrationProps['state']) {
    if (!from) return { from, own: from };
    const { clientId } = client;
    const isOwn = (queryKey: readonly unknown[]) => {
      if (queryKey[0] !== LIBRARY) return true;
      if (queryKey[1] !== clientId) warnOfOtherClient(clientId, queryKey[1]);
      return queryKey[1] === clientId && isOfSession(session, queryKey);
    };
    const own = { ...from, queries: from.queries.filter(({ queryKey }) => isOwn(queryKey)) };
    hydrateUnobserved(queryClient, own);
    return { from, own };
  }
}

let hasWarned = false;

/** Warns once, in development, that a server prefetched with another client id, so that the page shows no data of it. */
function warnOfOtherClient(own: string, other: unknown): void {
  if (hasWarned || process.env.NODE_ENV === 'production') return;
  hasWarned = true;
  console.warn(
    `discovr-react: <DiscovrHydration> left out data of a client with the id "${String(other)}", because the client of ` +
      `<DiscovrProvider> has the id "${own}". Use the same client id on the server and in the browser.`,
  );
}

/**
 * Adds data for queries that no component observes, such as those of a Suspense fallback on a server, where effects never
 * run. An effect adds data for the others.
 */
function hydrateUnobserved(queryClient: QueryClient, state: DehydratedState): void {
  const cache = queryClient.getQueryCache();
  const isUnobserved = (queryHash: string) => !cache.get(queryHash)?.getObserversCount();
  hydrate(queryClient, { queries: state.queries.filter(({ queryHash }) => isUnobserved(queryHash)) });
}
