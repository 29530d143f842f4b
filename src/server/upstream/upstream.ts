import { createIdentityApi, type IdentityApi } from '../../api/profiles.js';
import { createPublicApi, type PublicApi } from '../../api/publicApi.js';
import { createTransport, type Send } from '../../api/transport.js';
import type { ServerSettings } from '../serverSettings.js';
import { portable } from './portable.js';

/** Deadline of a call to the API, in milliseconds: shorter than that of the browser, which repeats calls itself. */
export const UPSTREAM_TIMEOUT_MS = 7_000;

/** The endpoints of the API that the server calls. */
export interface Upstream {
  readonly publicApi: PublicApi;
  identityApi(refreshToken: string): IdentityApi;
}

/** Creates the connection of a server with the API. */
export function createUpstream({ basePath, fetch }: ServerSettings): Upstream {
  const transport = createTransport({ basePath, timeoutMs: UPSTREAM_TIMEOUT_MS, fetch: portable(fetch) });
  const send: Send = (request) => transport({ ...request, retryable: false });
  return {
    publicApi: createPublicApi(send),
    identityApi: (refreshToken) => createIdentityApi(send, (call) => call(refreshToken)),
  };
}
