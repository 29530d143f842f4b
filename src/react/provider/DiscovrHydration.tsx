'use client';

import { HydrationBoundary, type DehydratedState } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { discovrKeys, scopeOf } from '../query/queryKeys.js';
import { useSessionFrom } from '../session/useSession.js';
import { useDiscovrContext } from './context.js';

const [LIBRARY, ACCOUNT] = discovrKeys.account();

/** Props of {@link DiscovrHydration}. */
export interface DiscovrHydrationProps {
  /** Result of TanStack's `dehydrate()` for the cache that the server prefetched into. */
  state: DehydratedState | null | undefined;
  children?: ReactNode;
}

/**
 * Adds data that a server prefetched to the provider's cache before its children render, except data of a profile that
 * * is not active. Renders no element. TanStack's `<HydrationBoundary>` does not find this cache.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * <DiscovrProvider client={client} initialSession={session}>
 *   <DiscovrHydration state={state}><DiscovrPage pageId={pageId} /></DiscovrHydration>
 * </DiscovrProvider>
 */
export function DiscovrHydration({ state, children }: DiscovrHydrationProps): ReactNode {
  const { queryClient, snapshots } = useDiscovrContext('<DiscovrHydration>');
  const session = useSessionFrom(snapshots);
  const own = useMemo(() => {
    const scopes: unknown[] = [scopeOf(session), ...(session.status === 'signedOut' ? [] : [ACCOUNT])];
    const isOwn = ([library, scope]: readonly unknown[]) => library !== LIBRARY || scopes.includes(scope);
    return state && { ...state, queries: state.queries.filter(({ queryKey }) => isOwn(queryKey)) };
  }, [state, session]);
  return (
    <HydrationBoundary queryClient={queryClient} state={own}>
      {children}
    </HydrationBoundary>
  );
}
