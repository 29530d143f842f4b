'use client';

import type { ReactNode } from 'react';
import { useSession } from '../../react/session/useSession.js';
import type { SessionGateProps } from './gateProps.js';

/**
 * Shows its children while somebody is signed in, with or without a profile. Server and browser render the same, and
 * nothing of it is shown before it is known who is there. Renders no element.
 *
 * @example
 * <SignedIn><AccountMenu /></SignedIn>
 */
export function SignedIn({ children, fallback }: SessionGateProps): ReactNode {
  const { status } = useSession();
  if (status === 'unknown') return fallback ?? null;
  return status === 'signedOut' ? null : children;
}
