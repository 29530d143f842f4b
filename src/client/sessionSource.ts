import * as z from 'zod/mini';
import { createIdentityApi, type IdentityApi } from '../api/identityApi.js';
import { createTransport, type CallOptions, type Send } from '../api/transport.js';

const signInAtHostSchema = z.looseObject({
  publicId: z.string().check(z.minLength(1)),
  profileId: z.optional(z.string().check(z.minLength(1))),
});

const answerSchema = z.object({ signIn: z.optional(signInAtHostSchema) });

/** Who is signed in at the app's own back end. */
export interface SignInAtHost {
  /** Names the sign-in, not secretly: tabs tell people apart by it. */
  publicId: string;
  /** The profile in use, where the back end remembers it from the last mint. */
  profileId?: string | undefined;
}

/**
 * The app's own back end, where that keeps the refresh token and the browser never sees it. It gives what the identity
 * endpoints of Discovr give, which it calls with the token of the person its cookie names.
 *
 * Reject with a `DiscovrError`, or with any error that has `status`, and `code` where Discovr gave one: 401 means that
 * nobody is signed in any more.
 */
export interface SessionSource extends IdentityApi {
  /** Who is signed in; `null` for nobody. Asked at the start, and when the page is shown again. */
  getSignIn(options?: CallOptions): Promise<SignInAtHost | null>;
}

/** Options of {@link createSessionSource}. */
export interface SessionSourceOptions {
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
 * `{ "signIn": { "publicId", "profileId"? } }`, or `{ "signIn": null }` for nobody.
 *
 * @param path of the app's own origin, such as `/api/discovr`.
 */
export function createSessionSource(path: string, options: SessionSourceOptions = {}): SessionSource {
  const { timeoutMs = 15_000 } = options;
  const send = createTransport({
    basePath: path.replace(/\/+$/, ''),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
    credentials: 'same-origin',
  });
  // The cookie identifies the person; there is no bearer to send.
  const sendByCookie: Send = ({ token: _none, ...request }) => send({ ...request, tier: 'public' });
  return {
    ...createIdentityApi(sendByCookie, (call) => call('')),
    async getSignIn({ signal } = {}) {
      const { signIn } = await send({
        tier: 'public',
        method: 'GET',
        route: '/sign-in',
        response: answerSchema,
        signal,
      });
      return signIn ?? null;
    },
  };
}
