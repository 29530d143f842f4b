'use client';

import type { ReactNode } from 'react';
import { useSession } from '../../react/session/useSession.js';
import type { SessionGateProps } from './gateProps.js';

/**
 * Shows its children while nobody is signed in. Server and browser render the same, and nothing of it flashes up before
 * it is known who is there. Renders no element.
 *
 * @example
 * <SignedOut><SignIn /></SignedOut>
 */
export function SignedOut({ children, fallback }: SessionGateProps): ReactNode {
  const { status } = useSession();
  if (status === 'unknown') return fallback ?? null;
  return status === 'signedOut' ? children : null;
}
