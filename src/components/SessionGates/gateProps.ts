import type { ReactNode } from 'react';

/** Props of {@link SignedIn} and {@link SignedOut}. */
export interface SessionGateProps {
  children?: ReactNode;
  /**
   * Stands in while it is not known who is there: on the server, and until the credential store has been read.
   * @default nothing
   */
  fallback?: ReactNode;
}
