'use client';

import type { ReactNode } from 'react';
import { useSession } from '../../react/session/useSession.js';
import type { SessionGateProps } from './gateProps.js';

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
