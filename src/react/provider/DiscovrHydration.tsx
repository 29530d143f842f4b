'use client';

import { HydrationBoundary, type DehydratedState } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDiscovrContext } from './context.js';

/** Props of {@link DiscovrHydration}. */
export interface DiscovrHydrationProps {
  /** Result of TanStack's `dehydrate()` for the cache that the server prefetched into. */
  state: DehydratedState | null | undefined;
  children?: ReactNode;
}

/**
 * Adds data that a server prefetched to the provider's cache before its children render. Renders no element. TanStack's
 * `<HydrationBoundary>` does not find this cache.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * <DiscovrProvider client={client} initialSession={session}>
 *   <DiscovrHydration state={state}><DiscovrPage pageId={pageId} /></DiscovrHydration>
 * </DiscovrProvider>
 */
export function DiscovrHydration({ state, children }: DiscovrHydrationProps): ReactNode {
  const { queryClient } = useDiscovrContext('<DiscovrHydration>');
  return (
    <HydrationBoundary queryClient={queryClient} state={state}>
      {children}
    </HydrationBoundary>
  );
}
