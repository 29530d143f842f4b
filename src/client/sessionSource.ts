import * as z from 'zod/mini';
import { createIdentityApi, type IdentityApi } from '../api/profiles.js';
import { createPublicApi } from '../api/publicApi.js';
import { looseObject, readBy, tolerant } from '../api/reading.js';
import { mintSessionToken, revokeRefreshToken, sessionTokenResponseSchema } from '../api/session.js';
import { createTransport, type Authorize, type Send } from '../api/transport.js';
import { browserPlatform } from '../platform/browser.js';
import type { CredentialStore, DiscovrCredential } from '../session/credential.js';
import { DiscovrError, isDiscovrError } from '../shared/errors.js';
import { traceOf, type Trace } from '../shared/trace.js';
import { assertSecureUrl } from './options.js';
import { placeholderOf, type BackEndSignIns, type SessionSource, type SessionSourceCalls } from './backEnd.js';
import { foreignCall, readForeign } from './foreignCall.js';

/** Schema of a sign-in that the app's back end returns. An unreadable profile counts as absent. */
const backEndSignInSchema = looseObject({
  publicId: z.string().check(z.minLength(1)),
  profileId: tolerant(z.string().check(z.minLength(1))),
});

const signInResponseSchema = z.object({ signIn: z.optional(backEndSignInSchema) });

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
  const source = {};
  const send = sendByCookie(path, options, traceOf(source));
  return Object.assign(source, sourceOf(callsByCookie(send)), { signIns: backEndSignIns(path, send) });
}

function sourceOf(calls: SessionSourceCalls): SessionSource {
  return { store: backEndSignInStore(calls), identityApi: (authorize) => backEndIdentityApi(calls, authorize) };
}

/** Returns a function that sends requests to the back end. The cookie identifies the user, so no token is sent. */
function sendByCookie(path: string, options: SessionSourceOptions, trace: Trace): Send {
  const { fetch, timeoutMs = 15_000, allowInsecureBasePath = false } = options;
  if (!allowInsecureBasePath) assertSecureUrl(path, 'URL of the session source', browserPlatform.address());
  const send = createTransport({
    basePath: path,
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
    onLeave: browserPlatform.onLeave,
    credentials: 'same-origin',
    trace,
  });
  return ({ token: _none, ...request }) =>
    send({ ...request, tier: 'public', headers: { ...request.headers, 'x-discovr-request': '1' } });
}

function callsByCookie(send: Send): SessionSourceCalls {
  return {
    ...createIdentityApi(send, (call) => call('')),
    mintSessionToken(payload, { replaces, signal } = {}) {
      const headers = replaces === undefined ? undefined : { 'x-discovr-replaces': encodeURIComponent(replaces) };
      return mintSessionToken((request) => send({ ...request, headers }), { token: '', body: payload, signal });
    },
    signOutSession({ publicId, signal } = {}) {
      // A lone surrogate cannot be encoded. Without the header, the back end ends the sign-in that it has.
      const canName = publicId !== undefined && !/\p{Surrogate}/u.test(publicId);
      const headers = canName ? { 'x-discovr-sign-in': encodeURIComponent(publicId) } : undefined;
      return revokeRefreshToken((request) => send({ ...request, headers }), { token: '', signal });
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

/** Returns the sign-in routes under a path of the back end. */
function backEndSignIns(path: string, send: Send): BackEndSignIns {
  const { requestDeviceCode, pollDeviceCode } = createPublicApi(send);
  return { redirectPath: `${path}/sign-in/redirect`, requestDeviceCode, pollDeviceCode };
}

/**
 * Returns identity endpoints that call the app's back end. Each call runs in `authorize`, as with Discovr's endpoints.
 */
function backEndIdentityApi(calls: SessionSourceCalls, authorize: Authorize): IdentityApi {
  // `authorize` passes a placeholder instead of a token, so the call does not use it.
  const send = <T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
    authorize(() => callBackEnd(call, signal), { signal });
  return {
    getProfiles: (options) => send(() => calls.getProfiles(options), options?.signal),
    getProfile: (profileId, options) => send(() => calls.getProfile(profileId, options), options?.signal),
    createProfile: (payload, options) => send(() => calls.createProfile(payload, options), options?.signal),
    updateProfile: (profileId, payload, options) =>
      send(() => calls.updateProfile(profileId, payload, options), options?.signal),
    deleteProfile: (profileId, options) => send(() => calls.deleteProfile(profileId, options), options?.signal),
    mintSessionToken: (payload, options) =>
      send(async () => {
        const response = await calls.mintSessionToken(payload, options);
        return readForeign('mintSessionToken', () => readBy(sessionTokenResponseSchema, response));
      }, options?.signal),
    signOutSession: (options) => send(() => calls.signOutSession(options), options?.signal),
  };
}

/**
 * Returns a credential store that reads the sign-in from the app's back end. The credential holds a placeholder instead
 * of the refresh token, which the back end keeps. `set` and `clear` therefore change only the profile in memory.
 */
function backEndSignInStore(calls: SessionSourceCalls): CredentialStore {
  // The back end may not remember the profile, so it is kept here until the app is reloaded or closed.
  let chosen: Pick<DiscovrCredential, 'publicId' | 'profileId'> = {};
  return {
    async get(): Promise<DiscovrCredential | undefined> {
      const response = await callBackEnd(() => calls.getSignIn()).catch((error: unknown) => {
        // Whatever its code: the route is the back end's own.
        if (isDiscovrError(error) && error.status === 401) return null;
        throw error;
      });
      if (!response) return undefined;
      const signIn = readForeign('getSignIn', () => readBy(backEndSignInSchema, response));
      const { publicId, profileId = publicId === chosen.publicId ? chosen.profileId : undefined } = signIn;
      return { refreshToken: placeholderOf(publicId), publicId, profileId };
    },
    async set({ publicId, profileId }) {
      chosen = { publicId, profileId };
    },
    async clear() {
      chosen = {};
    },
  };
}

async function callBackEnd<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await foreignCall(call, signal);
  } catch (error) {
    // A 401 without a code can only mean that the user is signed out.
    if (isDiscovrError(error, 'UNKNOWN') && error.status === 401) {
      throw new DiscovrError('TOKEN_INVALID', error.message, { status: 401, cause: error.cause });
    }
    throw error;
  }
}
