import type { Authorize } from '../api/http/authorizedSend.js';
import { createTransport, type TransportOptions } from '../api/http/transport.js';
import { createIdentityApi, type IdentityApi } from '../api/identityApi.js';
import { createPublicApi, type PublicApi } from '../api/publicApi.js';
import { createSessionApi, type SessionApi } from '../api/sessionApi.js';
import type { TokenServer } from '../session/tokens/tokenServer.js';
import { tokenServerOf } from './tokenServerOf.js';

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
