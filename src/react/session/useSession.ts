'use client';

import { useSyncExternalStore } from 'react';
import type { SessionState } from '../../session/sessionState.js';
import { useDiscovrContext } from '../provider/context.js';
import type { SessionSnapshots } from './sessionSnapshots.js';

/**
 * Returns the session state: `unknown` on the server and until the credential store is read, or the provider's
 * `initialSession` if it has one; then `signedOut`, `signedIn` (without an active profile) or `active`. Renewing the
 * session causes no re-render.
 *
 * @example
 * const session = useSession();
 * if (session.status === 'active') return <Browse profileId={session.profileId} />;
 */
export function useSession(): SessionState {
  return useSessionFrom(useDiscovrContext('useSession()').snapshots);
}

/**
 * Returns the session state from the provider's context, and re-renders when it changes. Renders read it here, never
 * from the client: the client of a server belongs to no user, and a late hydration must see what the server rendered.
 */
export function useSessionFrom({ subscribe, now, first }: SessionSnapshots): SessionState {
  return useSyncExternalStore(subscribe, now, first);
}
