import type { CallOptions } from '../../api/http/transport.js';
import type { SessionTokenResponse } from '../../api/schemas/session.js';

/** Calls of the session layer to Discovr or to the app's back end. */
export interface TokenServer {
  /** Mints a session token for a profile. */
  mint(refreshToken: string, profileId: string, options: CallOptions): Promise<SessionTokenResponse>;
  /** Revokes the refresh token. */
  revoke(refreshToken: string): Promise<unknown>;
}
