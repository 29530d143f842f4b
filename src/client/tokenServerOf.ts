import type { Send } from '../api/http/transport.js';
import { mintSessionToken, revokeRefreshToken } from '../api/tokenEndpoints.js';
import type { TokenServer } from '../session/tokens/tokenServer.js';

/** Returns the token server that calls the Discovr API. */
export function tokenServerOf(send: Send): TokenServer {
  return {
    mint: (token, profileId, options) => mintSessionToken(send, token, { profileId }, options),
    revoke: (token) => revokeRefreshToken(send, token),
  };
}
