'use client';

import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SignOutResult } from '../../client/options.js';
import type { SessionState } from '../../session/sessionState.js';
import type { DiscovrError } from '../../shared/errors.js';
import { useDiscovrContext } from '../provider/context.js';
import { mutationOf, type DiscovrMutationOptions } from '../query/options.js';
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

/**
 * Signs the user out in every tab: immediately removes the sign-in from this device and the user's data from the cache,
 * then revokes the sign-in. If the revocation does not reach the server, `revoked` is `false`, and the revocation is
 * retried while the page stays open.
 *
 * @example
 * const signOut = useSignOut({ onSettled: () => navigate('/') });
 * signOut.mutate();
 */
export function useSignOut(
  options?: DiscovrMutationOptions<SignOutResult, void>,
): UseMutationResult<SignOutResult, DiscovrError, void> {
  const { client, queryClient } = useDiscovrContext('useSignOut()');
  return useMutation({ ...mutationOf('signOut', client), ...options, mutationFn: () => client.signOut() }, queryClient);
}

/** Option of drop-ins that need a session. */
export interface SessionRequestOptions {
  /**
   * Called when the user clicks "Sign in" (`signedOut`) or "Choose a profile" (`signedIn`). Show the sign-in or the
   * profile picker.
   * @default opens the dialog of the surrounding `<SessionDialog>`; without one, there is no button
   */
  onSessionRequired?: ((status: SessionState['status']) => void) | undefined;
}

/** Provides drop-ins with the function that shows the sign-in or the profile picker. */
export const SessionRequestContext = createContext<SessionRequestOptions['onSessionRequired']>(undefined);

/** Whether that dialog is open above the content. */
export const SessionAskedContext = createContext(false);

/** Returns the function that shows the sign-in or the profile picker: the app's, or the surrounding dialog's. */
export function useSessionRequest(
  own: SessionRequestOptions['onSessionRequired'],
): SessionRequestOptions['onSessionRequired'] {
  const surrounding = useContext(SessionRequestContext);
  return own ?? surrounding;
}
