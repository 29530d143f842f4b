import * as z from 'zod/mini';
import type { Authorize } from '../../api/http/authorizedSend.js';
import { createIdentityApi, type IdentityApi } from '../../api/identityApi.js';
import { createTransport, type Send } from '../../api/http/transport.js';
import type { CredentialStore } from '../../session/store/credentialStore.js';
import { assertSecureAddress } from '../assertSecureAddress.js';
import { hostIdentityApi, hostSignInStore } from './hostIdentityApi.js';
import type { SessionSourceCalls } from './sessionSourceCalls.js';
import { signInAtHostSchema } from './signInAtHostSchema.js';

const signInResponseSchema = z.object({ signIn: z.optional(signInAtHostSchema) });

/** The app's own back end, where that keeps the refresh token and the browser never sees it. */
export interface SessionSource {
  /** Shows who is signed in there; keeping and forgetting are the back end's affair. */
  readonly store: CredentialStore;
  /** The identity endpoints by way of the back end, under the same rules as Discovr's own. */
  identityApi(authorize: Authorize): IdentityApi;
}

/** Options of {@link createSessionSource}. */
export interface SessionSourceOptions {
  /**
   * Allows an address with `http:` on another computer. The cookie then travels unencrypted.
   * @default false
   */
  allowInsecureBasePath?: boolean | undefined;
  /** @default the platform's `fetch` */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * One deadline over each call, in milliseconds.
   * @default 15000
   */
  timeoutMs?: number | undefined;
}

/**
 * Makes a session source of routes on the app's own origin: Discovr's identity endpoints under a path, to which the back
 * end adds the bearer of the person its `HttpOnly` cookie names, and `GET {path}/sign-in`, which answers
 * `{ "signIn": { "publicId", "profileId"? } }`, or `{ "signIn": null }` for nobody. A back end with other routes gives
 * the calls themselves.
 *
 * @param backEnd a path of the app's own origin, such as `/api/discovr`, or the calls.
 */
export function createSessionSource(
  backEnd: string | SessionSourceCalls,
  options: SessionSourceOptions = {},
): SessionSource {
  const calls = typeof backEnd === 'string' ? callsByCookie(backEnd, options) : backEnd;
  return { store: hostSignInStore(calls), identityApi: (authorize) => hostIdentityApi(calls, authorize) };
}

function callsByCookie(path: string, options: SessionSourceOptions): SessionSourceCalls {
  const { fetch, timeoutMs = 15_000, allowInsecureBasePath = false } = options;
  if (!allowInsecureBasePath) assertSecureAddress(path, 'address of the session source');
  const send = createTransport({
    basePath: path.replace(/\/+$/, ''),
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
    credentials: 'same-origin',
  });
  // The cookie names the person; there is no bearer to send.
  const sendByCookie: Send = ({ token: _none, ...request }) => send({ ...request, tier: 'public' });
  return {
    ...createIdentityApi(sendByCookie, (call) => call('')),
    async getSignIn({ signal } = {}) {
      const answer = await send({
        tier: 'public',
        method: 'GET',
        route: '/sign-in',
        response: signInResponseSchema,
        signal,
      });
      return answer.signIn ?? null;
    },
  };
}
