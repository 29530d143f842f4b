'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { UNKNOWN_SESSION, type SessionState } from '../../session/state/sessionState.js';
import { useDiscovrContext } from '../provider/context.js';

const unknownSession = () => UNKNOWN_SESSION;

/**
 * Returns the session state: `unknown` on the server and until the credential store is read, then `signedOut`,
 * `signedIn` (without an active profile) or `active`. Renewing the session causes no re-render.
 *
 * @example
 * const session = useSession();
 * if (session.status === 'active') return <Browse profileId={session.profileId} />;
 */
export function useSession(): SessionState {
  return useClientSession(useDiscovrContext('useSession()').client);
}

/** Returns the session state of a client, and re-renders when it changes. */
export function useClientSession(client: DiscovrClientLike): SessionState {
  const subscribe = useCallback((onChange: () => void) => client.onSessionChanged(onChange), [client]);
  return useSyncExternalStore(subscribe, () => client.getSession(), unknownSession);
}
