import { parseUrl } from '../shared/url.js';

/*
 * The web sign-in is not documented. This file assumes OAuth's authorization code flow with PKCE (RFC 6749, RFC 7636).
 * All inferred paths and names are in this file, so that a correction needs no change elsewhere.
 */

/** Path of the sign-in page, relative to the base URL (inferred). */
export const AUTHORIZE_PATH = '/authorize';

/** Route of the endpoint that exchanges a code for a refresh token (inferred). */
export const REDEEM_ROUTE = '/auth/code';

/** Body of `POST /auth/code` (inferred). The API spells `clientID` with a capital ID, as for device codes. */
export interface AuthorizationCodePayload {
  readonly code: string;
  /** Secret whose hash is the code challenge. It proves that this app began the sign-in. */
  readonly codeVerifier: string;
  readonly clientID: string;
  /** Redirect URI with which the sign-in began. */
  readonly redirectUri: string;
}

/** Parameters with which the sign-in page is opened. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly codeChallenge: string;
  /** Whether the sign-in page responds by redirect, or by a message to the window that opened it. */
  readonly responseMode: 'query' | 'web_message';
}

/** Response of the sign-in page. `state` is the value from the request. */
export type AuthorizationResponse =
  { readonly state: string; readonly code: string } | { readonly state: string; readonly error: string };

/** Type of the message (inferred) that a sign-in popup posts. The message has the fields of the response. */
export const AUTHORIZATION_MESSAGE = 'discovr:authorization';

/** Query parameters (inferred) of the URL to which the sign-in page redirects. */
export const CALLBACK_PARAMETERS = ['code', 'error', 'state'];

/** Returns the URL of the sign-in page for a request (parameters inferred). */
export function authorizationUrl(authorizeUrl: string, request: AuthorizationRequest): string {
  const url = new URL(authorizeUrl);
  const parameters = {
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    state: request.state,
    code_challenge: request.codeChallenge,
    code_challenge_method: 'S256',
    response_mode: request.responseMode,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Reads the response from the URL to which the sign-in page redirected. Returns `undefined` if the URL contains none.
 *
 * @param base URL against which a relative URL is resolved. Only the query is read, so any base works.
 */
export function readCallback(callback: string, base = ''): AuthorizationResponse | undefined {
  const url = parseUrl(callback, base || 'https://localhost');
  if (!url) return undefined;
  const [code, error, state] = CALLBACK_PARAMETERS.map((name) => url.searchParams.get(name));
  if (!state) return undefined;
  if (error) return { state, error };
  return code ? { state, code } : undefined;
}
