'use client';

import type { ReactNode } from 'react';
import { useSession } from '../../react/session/useSession.js';
import type { SessionGateProps } from './gateProps.js';

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
