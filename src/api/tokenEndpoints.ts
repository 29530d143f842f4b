import type { CallOptions, Send } from './http/transport.js';
import {
  sessionTokenResponseSchema,
  signOutSessionResponseSchema,
  type MintSessionTokenPayload,
  type SessionTokenResponse,
  type SignOutSession200Response,
} from './schemas/session.js';

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

/** Calls `POST /auth/session-token` with a refresh token. */
export function mintSessionToken(
  send: Send,
  token: string,
  body: MintSessionTokenPayload,
  { signal }: CallOptions = {},
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
export function revokeRefreshToken(
  send: Send,
  token: string,
  { signal }: CallOptions = {},
): Promise<SignOutSession200Response> {
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
