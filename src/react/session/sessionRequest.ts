'use client';

import { createContext, useContext } from 'react';
import type { SessionState } from '../../session/sessionState.js';

/** Shows the sign-in (`signedOut`) or the profile picker (`signedIn`). */
export type SessionRequest = (status: SessionState['status']) => void;

/** Option of drop-ins that need a session. */
export interface SessionRequestOptions {
  /**
   * Called when the user clicks "Sign in" (`signedOut`) or "Choose a profile" (`signedIn`). Show the sign-in or the
   * profile picker.
   * @default opens the dialog of the surrounding `<SessionDialog>`; without one, there is no button
   */
  onSessionRequired?: SessionRequest | undefined;
}

/** Provides drop-ins with the function that shows the sign-in or the profile picker. */
export const SessionRequestContext = createContext<SessionRequest | undefined>(undefined);

/** Returns the function that shows the sign-in or the profile picker: the app's, or the surrounding dialog's. */
export function useSessionRequest(own: SessionRequest | undefined): SessionRequest | undefined {
  const surrounding = useContext(SessionRequestContext);
  return own ?? surrounding;
}
