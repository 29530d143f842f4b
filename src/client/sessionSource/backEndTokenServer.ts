import type { TokenServer } from '../../session/tokens/tokenServer.js';
import { publicIdOf } from './placeholder.js';
import type { SessionSource } from './sessionSource.js';

/** Returns the server that mints and revokes through the app's back end, which identifies the user by a cookie. */
export function backEndTokenServer(source: SessionSource): TokenServer {
  const api = source.identityApi((call) => call(''));
  return {
    mint: (_token, profileId, options) => api.mintSessionToken({ profileId }, options),
    revoke: (token) => api.signOutSession({ publicId: publicIdOf(token) }),
  };
}
