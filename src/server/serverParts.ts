import { redactTokens } from '../shared/errors.js';
import { createTransport, type Send } from '../api/transport.js';
import { createIdentityApi, type IdentityApi } from '../api/profiles.js';
import { createPublicApi, type PublicApi } from '../api/publicApi.js';
import { createSealer, type Sealer } from './cookies/sealer.js';
import { UPSTREAM_TIMEOUT_MS, type ServerSettings } from './serverSettings.js';
import { createSharedCache, type SharedCache } from './session/sharedCache.js';

/** The endpoints of the API that the server calls. */
interface Upstream {
  readonly publicApi: PublicApi;
  identityApi(refreshToken: string): IdentityApi;
}

/** What all requests to a server share. */
export interface ServerParts {
  readonly settings: ServerSettings;
  readonly sealer: Sealer;
  readonly cache: SharedCache;
  readonly upstream: Upstream;
}

/** Connects the parts of a server. */
export function serverParts(settings: ServerSettings): ServerParts {
  const sealer = createSealer(settings);
  return { settings, sealer, cache: createSharedCache(settings, sealer), upstream: createUpstream(settings) };
}

/** Creates the connection of a server with the API. */
function createUpstream({ basePath, fetch }: ServerSettings): Upstream {
  const transport = createTransport({ basePath, timeoutMs: UPSTREAM_TIMEOUT_MS, fetch });
  const send: Send = (request) => transport({ ...request, retryable: false });
  return {
    publicApi: createPublicApi(send),
    identityApi: (refreshToken) => createIdentityApi(send, (call) => call(refreshToken)),
  };
}

/**
 * Removes tokens from a response of the API, in case it repeats the one of the request or sends another. From the URL of a
 * picture, which may contain what looks like a token, only that of the request.
 *
 * @param key name of the field that contains the value.
 */
export function withoutTokens(value: unknown, refreshToken?: string, key = ''): unknown {
  if (typeof value === 'string') {
    const text = refreshToken ? value.replaceAll(refreshToken, '[token]') : value;
    return key === 'avatarUrl' ? text : redactTokens(text);
  }
  if (Array.isArray(value)) return value.map((part) => withoutTokens(part, refreshToken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name === 'refreshToken'
        ? []
        : [[String(withoutTokens(name, refreshToken)), withoutTokens(part, refreshToken, name)]],
    ),
  );
}
