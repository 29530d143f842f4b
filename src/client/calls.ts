import { createIdentityApi, type IdentityApi } from '../api/profiles.js';
import { createPublicApi, type PublicApi } from '../api/publicApi.js';
import { mintSessionToken, revokeRefreshToken } from '../api/session.js';
import { createSessionApi, type SessionApi } from '../api/sessionApi.js';
import { createTransport, type Authorize, type Send, type TransportOptions } from '../api/transport.js';
import type { TokenServer } from '../session/mints.js';

/** What a client needs to call Discovr. */
export interface Calls {
  readonly identityApi: IdentityApi;
  readonly sessionApi: SessionApi;
  readonly publicApi: PublicApi;
  readonly tokenServer: TokenServer;
}

/** Functions that run a call with a token of each tier. */
export interface CallTokens {
  readonly withRefreshToken: Authorize;
  readonly withSessionToken: Authorize;
}

/**
 * Creates the calls of a client. The client loads this module when it connects, or at its first call if that comes
 * earlier, because the transport and the zod schemas would delay the first render.
 */
export function createCalls(options: TransportOptions, { withRefreshToken, withSessionToken }: CallTokens): Calls {
  const send = createTransport(options);
  return {
    identityApi: createIdentityApi(send, withRefreshToken),
    sessionApi: createSessionApi(send, withSessionToken),
    publicApi: createPublicApi(send),
    tokenServer: tokenServerOf(send),
  };
}

/** Returns the token server that calls the Discovr API. */
export function tokenServerOf(send: Send): TokenServer {
  return {
    mint: (token, profileId, options) => mintSessionToken(send, token, { profileId }, options),
    revoke: (token) => revokeRefreshToken(send, token),
  };
}
