'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { useDiscovrContext } from '../../react/provider/context.js';
import { useSession } from '../../react/session/useSession.js';
import type { SessionState } from '../../session/state/sessionState.js';
import { ProfilePicker } from '../ProfilePicker/ProfilePicker.js';
import type { SessionGateProps } from '../SessionGates/gateProps.js';
import { WithProfile, type WithProfileProps } from '../SessionGates/WithProfile.js';
import { SignIn } from '../SignIn/SignIn.js';
import { Arrival } from './Arrival.js';
import { NotKeptNotice } from './NotKeptNotice.js';

/** Props of {@link DiscovrGate}. */
export interface DiscovrGateProps extends Pick<SessionGateProps, 'fallback'>, Pick<WithProfileProps, 'children'> {
  /**
   * Shown while nobody is signed in.
   * @default <SignIn />
   */
  signIn?: ReactNode;
  /**
   * Shown while no profile is active.
   * @default <ProfilePicker />
   */
  profilePicker?: ReactNode;
}

/**
 * Takes an app from nothing to an active profile: signing in, then the choice of a profile, then its children. Each step
 * goes on to the next by itself, and the focus goes along. Renders no element around them; above the choice of a profile, a
 * line says when this device could not save the sign-in.
 *
 * @example
 * <DiscovrGate><Browse /></DiscovrGate>
 */
export function DiscovrGate({ children, fallback, signIn, profilePicker }: DiscovrGateProps): ReactNode {
  const { status } = useSession();
  const hasMoved = useHasMoved(status);
  const isUnkept = useIsUnkept(status);
  switch (status) {
    case 'unknown':
      return fallback ?? null;
    case 'signedOut':
      return signIn ?? <SignIn takesFocus={hasMoved} />;
    case 'signedIn':
      return (
        <>
          <NotKeptNotice isShown={isUnkept} />
          {profilePicker ?? <ProfilePicker takesFocus={hasMoved} />}
        </>
      );
    case 'active':
      return (
        <>
          {hasMoved && <Arrival />}
          <WithProfile>{children}</WithProfile>
        </>
      );
  }
}

/** Whether a step came after another; what is there at first takes no focus. */
function useHasMoved(status: SessionState['status']): boolean {
  const [{ last, hasMoved }, setState] = useState({ last: status, hasMoved: false });
  if (last !== status) setState({ last: status, hasMoved: last !== 'unknown' });
  return last === status ? hasMoved : last !== 'unknown';
}

/** Whether the present sign-in ends with this visit. The step that signed in is gone by the time that is known. */
function useIsUnkept(status: SessionState['status']): boolean {
  const { client } = useDiscovrContext('<DiscovrGate>');
  const [isUnkept, setIsUnkept] = useState(false);
  if (isUnkept && status === 'signedOut') setIsUnkept(false);
  useEffect(() => client.onSignInNotKept?.(() => setIsUnkept(true)), [client]);
  return isUnkept;
}
