import { createIdentityApi, type IdentityApi } from '../api/profiles.js';
import type { CreatePagePayload, CreatePageResponse } from '../api/pages.js';
import { createPublicApi, type PublicApi } from '../api/publicApi.js';
import { tokenServerOf } from '../api/session.js';
import { createSessionApi, type SessionApi } from '../api/sessionApi.js';
import { createTransport, type CallOptions, type TransportOptions } from '../api/transport.js';
import type { DiscovrAuth } from '../session/auth.js';
import type { TokenServer } from '../session/mints.js';
import { raceAbort } from '../shared/abort.js';
import { SharedCalls } from '../shared/shareCall.js';
import { createPageRequest } from './createPageRequest.js';

/** Calls of a client. */
export interface Calls extends SessionApi, PublicApi {
  /** See `DiscovrClient.createPage`. */
  createPage(payload?: CreatePagePayload, options?: CallOptions): Promise<CreatePageResponse>;
  readonly identityApi: IdentityApi;
  readonly sessionApi: SessionApi;
}

/**
 * Creates the calls of a client. The client begins to load this module when it is created, because the transport and
 * the zod schemas would delay the first render.
 */
export function createCalls(
  options: TransportOptions,
  auth: Pick<DiscovrAuth, 'ready' | 'epoch' | 'withRefreshToken' | 'withSessionToken'>,
): Calls {
  const send = createTransport(options);
  const sessionApi = createSessionApi(send, auth.withSessionToken);
  const pages = new SharedCalls<CreatePageResponse>();
  return {
    ...sessionApi,
    ...createPublicApi(send),
    async createPage(payload, { signal } = {}) {
      await raceAbort(auth.ready(), signal);
      const request = createPageRequest(payload);
      return pages.run(`${auth.epoch} ${request.key}`, signal, (shared) =>
        sessionApi.createPage(request.payload, { signal: shared }),
      );
    },
    identityApi: createIdentityApi(send, auth.withRefreshToken),
    sessionApi,
  };
}

/** Creates the calls that mint and revoke at the Discovr API. They work without a signed-in user. */
export function createTokenServer(options: TransportOptions): TokenServer {
  return tokenServerOf(createTransport(options));
}
