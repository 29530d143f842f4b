import * as z from 'zod/mini';
import type { Authorize } from '../../api/http/authorizedSend.js';
import { createIdentityApi, type IdentityApi } from '../../api/identityApi.js';
import { createTransport, type Send } from '../../api/http/transport.js';
import { mintSessionToken, revokeRefreshToken } from '../../api/tokenEndpoints.js';
import type { CredentialStore } from '../../session/store/credentialStore.js';
import { assertSecureUrl } from '../assertSecureUrl.js';
import { backEndIdentityApi, backEndSignInStore } from './backEndIdentityApi.js';
import type { SessionSourceCalls } from './sessionSourceCalls.js';
import { backEndSignIns, type BackEndSignIns } from './backEndSignIns.js';
import { backEndSignInSchema } from './backEndSignInSchema.js';

const signInResponseSchema = z.object({ signIn: z.optional(backEndSignInSchema) });

/** Back end of the app that keeps the refresh token, so that the browser never sees it. */
export interface SessionSource {
  /** Store that reads who is signed in at the back end. The back end itself keeps and removes the credential. */
  readonly store: CredentialStore;
  /** Returns identity endpoints that call the back end. Each call runs in `authorize`, as with Discovr's endpoints. */
  identityApi(authorize: Authorize): IdentityApi;
  /** The back end's routes for signing in. Without them, the app signs users in at the back end by other means. */
  readonly signIns?: BackEndSignIns | undefined;
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
  if (typeof backEnd !== 'string') return sourceOf(backEnd);
  const path = backEnd.replace(/\/+$/, '');
  const send = sendByCookie(path, options);
  return { ...sourceOf(callsByCookie(send)), signIns: backEndSignIns(path, send) };
}

function sourceOf(calls: SessionSourceCalls): SessionSource {
  return { store: backEndSignInStore(calls), identityApi: (authorize) => backEndIdentityApi(calls, authorize) };
}

/** Returns a function that sends requests to the back end. The cookie identifies the user, so no token is sent. */
function sendByCookie(path: string, options: SessionSourceOptions): Send {
  const { fetch, timeoutMs = 15_000, allowInsecureBasePath = false } = options;
  if (!allowInsecureBasePath) assertSecureUrl(path, 'URL of the session source');
  const send = createTransport({
    basePath: path,
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
    credentials: 'same-origin',
  });
  return ({ token: _none, ...request }) =>
    send({ ...request, tier: 'public', headers: { ...request.headers, 'x-discovr-request': '1' } });
}

function callsByCookie(send: Send): SessionSourceCalls {
  return {
    ...createIdentityApi(send, (call) => call('')),
    mintSessionToken(payload, { replaces, signal } = {}) {
      const headers = replaces === undefined ? undefined : { 'x-discovr-replaces': encodeURIComponent(replaces) };
      return mintSessionToken((request) => send({ ...request, headers }), '', payload, { signal });
    },
    signOutSession({ publicId, signal } = {}) {
      const headers = publicId === undefined ? undefined : { 'x-discovr-sign-in': encodeURIComponent(publicId) };
      return revokeRefreshToken((request) => send({ ...request, headers }), '', { signal });
    },
    async getSignIn({ signal } = {}) {
      const { signIn } = await send({
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
