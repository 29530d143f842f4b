'use client';

import { Fragment, type ReactNode } from 'react';
import { useSession } from '../../react/session/useSession.js';
import type { SessionGateProps } from './gateProps.js';

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
