import type { ReactNode } from 'react';

/** Props of {@link SignedIn} and {@link SignedOut}. */
export interface SessionGateProps {
  children?: ReactNode;
  /**
   * Shown while the session state is unknown: on the server, and until the credential store has been read.
   * @default nothing
   */
  fallback?: ReactNode;
}
