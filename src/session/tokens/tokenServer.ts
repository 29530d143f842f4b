import type { SessionTokenResponse } from '../../api/schemas/session.js';
import type { MintOptions } from '../../api/tokenEndpoints.js';

/** Calls of the session layer to Discovr or to the app's back end. */
export interface TokenServer {
  /** Mints a session token for a profile. */
  mint(refreshToken: string, profileId: string, options: MintOptions): Promise<SessionTokenResponse>;
  /** Revokes the refresh token. */
  revoke(refreshToken: string): Promise<unknown>;
}
