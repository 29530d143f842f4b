import type { Send } from '../api/http/transport.js';
import { mintSessionToken, revokeRefreshToken } from '../api/tokenEndpoints.js';
import type { TokenServer } from '../session/tokens/tokenServer.js';
import type { SessionSource } from './sessionSource/sessionSource.js';

/** Returns the server that mints and revokes for a client: its session source if it has one, otherwise Discovr. */
export function tokenServerOf(send: Send, source: SessionSource | undefined): TokenServer {
  if (!source) {
    return {
      mint: (token, profileId, options) => mintSessionToken(send, token, { profileId }, options),
      revoke: (token) => revokeRefreshToken(send, token),
    };
  }
  // The back end identifies the user by a cookie and needs no token.
  const api = source.identityApi((call) => call(''));
  return {
    mint: (_token, profileId, options) => api.mintSessionToken({ profileId }, options),
    revoke: () => api.signOutSession(),
  };
}
