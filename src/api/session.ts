import * as z from 'zod/mini';
import { looseObject, tolerant } from './reading.js';
import { isSessionToken } from './tiers.js';
import type { CallOptions, Send } from './transport.js';

/** Body of `POST /auth/session-token`. */
export interface MintSessionTokenPayload {
  /** Id of a profile of the signed-in user. */
  profileId: string;
}

/** Schema of a session token: valid in a header, and not a refresh token. */
const sessionToken = z.string().check(z.refine(isSessionToken));

/** Schema of the id of a session. An id with a lone surrogate, which cannot be encoded, counts as absent: it is empty. */
export const sessionIdSchema = z.pipe(
  z.string(),
  z.transform((id: string) => (/\p{Surrogate}/u.test(id) ? '' : id)),
);

/** Response of `POST /auth/session-token`. */
export const sessionTokenResponseSchema = looseObject({
  sessionToken,
  sessionId: sessionIdSchema,
  expiresAt: z.number(),
  remainingMs: tolerant(z.number()),
});

/** Minted session: 30 minutes of access to the pages of one profile and one recommendation snapshot. */
export interface SessionTokenResponse {
  sessionToken: string;
  sessionId: string;
  /** Unix seconds. */
  expiresAt: number;
  /** Time left, in milliseconds. Only a back end sends it, because it may return a session that it minted earlier. */
  remainingMs?: number | undefined;
}

/** Response of `DELETE /auth/session`. */
export const signOutSessionResponseSchema = looseObject({ revoked: z.boolean() });

/** Response of `DELETE /auth/session`: whether the refresh token was revoked. */
export interface SignOutSession200Response {
  revoked: boolean;
}

/** Options of a mint. */
export interface MintOptions extends CallOptions {
  /**
   * Id of the session to replace, because the caller can no longer use it. A back end that keeps sessions must not
   * return that session. Not sent to the Discovr API.
   */
  replaces?: string | undefined;
}

/** Options of a sign-out. */
export interface SignOutOptions extends CallOptions {
  /**
   * Id of the sign-in to end. A back end must not end another sign-in, such as a later one. Not sent to the Discovr API.
   */
  publicId?: string | undefined;
}

/** A call with a refresh token. */
interface TokenCall extends CallOptions {
  readonly token: string;
}

/** Calls `POST /auth/session-token` with a refresh token. */
export function mintSessionToken(
  send: Send,
  { token, body, signal }: TokenCall & { readonly body: MintSessionTokenPayload },
): Promise<SessionTokenResponse> {
  return send({
    tier: 'identity',
    token,
    method: 'POST',
    route: '/auth/session-token',
    body,
    response: sessionTokenResponseSchema,
    retryable: true,
    signal,
  });
}

/** Calls `DELETE /auth/session`, which revokes the refresh token it is called with. */
export function revokeRefreshToken(send: Send, { token, signal }: TokenCall): Promise<SignOutSession200Response> {
  return send({
    tier: 'identity',
    token,
    method: 'DELETE',
    route: '/auth/session',
    response: signOutSessionResponseSchema,
    // The app may navigate away as soon as the user is signed out.
    keepalive: true,
    signal,
  });
}

/** Returns the calls that mint and revoke with a refresh token. */
export function tokenServerOf(send: Send) {
  return {
    mint: (token: string, profileId: string, options?: CallOptions) =>
      mintSessionToken(send, { token, body: { profileId }, signal: options?.signal }),
    revoke: (token: string) => revokeRefreshToken(send, { token }),
  };
}
