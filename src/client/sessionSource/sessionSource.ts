import * as z from 'zod/mini';
import type { Authorize } from '../../api/http/authorizedSend.js';
import { createIdentityApi, type IdentityApi } from '../../api/identityApi.js';
import { createTransport, type Send } from '../../api/http/transport.js';
import { mintSessionToken, revokeRefreshToken } from '../../api/tokenEndpoints.js';
import type { CredentialStore } from '../../session/store/credentialStore.js';
import { assertSecureUrl } from '../assertSecureUrl.js';
import { backEndIdentityApi, backEndSignInStore } from './backEndIdentityApi.js';
import type { SessionSourceCalls } from './sessionSourceCalls.js';
import { backEndSignInSchema } from './backEndSignInSchema.js';

const signInResponseSchema = z.object({ signIn: z.optional(backEndSignInSchema) });

/** Back end of the app that keeps the refresh token, so that the browser never sees it. */
export interface SessionSource {
  /** Store that reads who is signed in at the back end. The back end itself keeps and removes the credential. */
  readonly store: CredentialStore;
  /** Returns identity endpoints that call the back end. Each call runs in `authorize`, as with Discovr's endpoints. */
  identityApi(authorize: Authorize): IdentityApi;
}

/** Options of {@link createSessionSource}. */
export interface SessionSourceOptions {
  /**
   * Whether the back end may have an `http:` URL on another computer. The cookie then travels unencrypted.
   * @default false
   */
  allowInsecureBasePath?: boolean | undefined;
  /**
   * Function that sends every request.
   * @default the global `fetch`
   */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Deadline of each call, in milliseconds.
   * @default 15000
   */
  timeoutMs?: number | undefined;
}

/**
 * Creates a session source from a path of the app's origin, or from functions. Under this path, the back end serves
 * Discovr's identity endpoints, for example with `createDiscovrServer` of `discovr-react/server`. It identifies the user
 * by its `HttpOnly` cookie and forwards each request with the refresh token of this user. It also serves
 * `GET {path}/sign-in`, with the response `{ "signIn": { "publicId", "profileId"? } }`, or `{ "signIn": null }` when no user is signed in. For a back end with
 * other routes, pass functions that call it.
 *
 * @param backEnd a path of the app's origin, such as `/api/discovr`, or functions that call the back end.
 */
export function createSessionSource(
  backEnd: string | SessionSourceCalls,
  options: SessionSourceOptions = {},
): SessionSource {
  const calls = typeof backEnd === 'string' ? callsByCookie(backEnd, options) : backEnd;
  return { store: backEndSignInStore(calls), identityApi: (authorize) => backEndIdentityApi(calls, authorize) };
}

function callsByCookie(path: string, options: SessionSourceOptions): SessionSourceCalls {
  const { fetch, timeoutMs = 15_000, allowInsecureBasePath = false } = options;
  if (!allowInsecureBasePath) assertSecureUrl(path, 'URL of the session source');
  const send = createTransport({
    basePath: path.replace(/\/+$/, ''),
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
    credentials: 'same-origin',
  });
  // The cookie identifies the user, so no token is sent.
  const sendByCookie: Send = ({ token: _none, ...request }) =>
    send({ ...request, tier: 'public', headers: { ...request.headers, 'x-discovr-request': '1' } });
  return {
    ...createIdentityApi(sendByCookie, (call) => call('')),
    mintSessionToken(payload, { replaces, signal } = {}) {
      const headers = replaces === undefined ? undefined : { 'x-discovr-replaces': encodeURIComponent(replaces) };
      return mintSessionToken((request) => sendByCookie({ ...request, headers }), '', payload, { signal });
    },
    signOutSession({ publicId, signal } = {}) {
      const headers = publicId === undefined ? undefined : { 'x-discovr-sign-in': encodeURIComponent(publicId) };
      return revokeRefreshToken((request) => sendByCookie({ ...request, headers }), '', { signal });
    },
    async getSignIn({ signal } = {}) {
      const { signIn } = await sendByCookie({
        tier: 'public',
        method: 'GET',
        route: '/sign-in',
        response: signInResponseSchema,
        signal,
      });
      return signIn ?? null;
    },
  };
}
