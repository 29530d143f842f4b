'use client';

import { Fragment, type ReactNode } from 'react';
import { useSession } from '../../react/session/useSession.js';

/**
 * Shows its children while a user is signed in, with or without a profile. Shows only the fallback until the session
 * state is known, so that server and browser render the same content. Renders no element.
 *
 * @example
 * <SignedIn><AccountMenu /></SignedIn>
 */
export function SignedIn({ children, fallback }: SessionGateProps): ReactNode {
  const { status } = useSession();
  if (status === 'unknown') return fallback ?? null;
  return status === 'signedOut' ? null : children;
}

/**
 * Shows its children while no user is signed in. Shows only the fallback until the session state is known, so that
 * server and browser render the same content and the sign-in does not flash. Renders no element.
 *
 * @example
 * <SignedOut><SignIn /></SignedOut>
 */
export function SignedOut({ children, fallback }: SessionGateProps): ReactNode {
  const { status } = useSession();
  if (status === 'unknown') return fallback ?? null;
  return status === 'signedOut' ? children : null;
}

/** Props of {@link WithProfile}. */
export interface WithProfileProps extends Omit<SessionGateProps, 'children'> {
  /** Content, or a function that returns it for the id of the active profile. */
  children?: ReactNode | ((profileId: string) => ReactNode);
}

/**
 * Shows its children while a profile is active. A profile switch mounts them again, so that they keep no state of the
 * previous profile. Shows only the fallback until the session state is known, so that server and browser render the
 * same content. Renders no element.
 *
 * @example
 * <WithProfile><Browse /></WithProfile>
 */
export function WithProfile({ children, fallback }: WithProfileProps): ReactNode {
  const session = useSession();
  if (session.status === 'unknown') return fallback ?? null;
  if (session.status !== 'active') return null;
  const { profileId } = session;
  return <Fragment key={profileId}>{typeof children === 'function' ? children(profileId) : children}</Fragment>;
}

/** Props of {@link SignedIn} and {@link SignedOut}. */
export interface SessionGateProps {
  children?: ReactNode;
  /**
   * Shown while the session state is unknown: on the server, and until the credential store has been read.
   * @default nothing
   */
  fallback?: ReactNode;
}
