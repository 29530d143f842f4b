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
   * Id of the session in place of which the session is minted. A back end that keeps sessions must then not return that
   * one. The Discovr API does not receive it.
   */
  replaces?: string | undefined;
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
