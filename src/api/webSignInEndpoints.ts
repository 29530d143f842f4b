import * as z from 'zod/mini';
import { parseUrl } from './schemas/parseUrl.js';
import { readBy } from './schemas/readBy.js';

/*
 * The web sign-in is not documented. Inferred, and all one choice: it is OAuth's authorization code flow with PKCE
 * (RFC 6749, RFC 7636) under the paths and names in this file. Correct them here, and nowhere else.
 */

/** Path of the sign-in page, below the base URL (inferred). */
export const AUTHORIZE_PATH = '/authorize';

/** Route at which a code is exchanged for a refresh token (inferred). */
export const REDEEM_ROUTE = '/auth/code';

/** Body of `POST /auth/code` (inferred). The capital ID is the API's, as with device codes. */
export interface AuthorizationCodePayload {
  readonly code: string;
  /** What the challenge was made of: shows that the app that asks is the one that began. */
  readonly codeVerifier: string;
  readonly clientID: string;
  /** The same as at the beginning. */
  readonly redirectUri: string;
}

/** What the sign-in page is opened with. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly codeChallenge: string;
  /** Whether the answer comes by redirect, or by a message to the window that opened the page. */
  readonly responseMode: 'query' | 'web_message';
}

/** What the sign-in page answers; `state` is the app's own, given back. */
export type AuthorizationAnswer =
  { readonly state: string; readonly code: string } | { readonly state: string; readonly error: string };

/** Parameters (inferred) of the address to which the sign-in page redirects. */
const CALLBACK_PARAMETERS = ['code', 'error', 'state'];

/** Address of the sign-in page for a request (parameters inferred). */
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
 * Reads the answer from the address a sign-in page redirected to; `undefined` where it carries none.
 *
 * @param base what a relative address belongs to; only its query is read.
 */
export function readCallback(address: string, base = ''): AuthorizationAnswer | undefined {
  const url = parseUrl(address, base || 'https://localhost');
  if (!url) return undefined;
  const [code, error, state] = CALLBACK_PARAMETERS.map((name) => url.searchParams.get(name));
  if (!state) return undefined;
  if (error) return { state, error };
  return code ? { state, code } : undefined;
}

/** The address without the answer, for the page's history. */
export function withoutCallback(address: string): string {
  const url = new URL(address);
  for (const name of CALLBACK_PARAMETERS) url.searchParams.delete(name);
  return url.href;
}

/** Longest code or error that is believed; real codes have some dozen characters. */
const MAX_ANSWER_LENGTH = 8_192;

/** Reads the message (shape inferred) a sign-in window posts; `undefined` for anything else. */
export function readAuthorizationMessage(data: unknown): AuthorizationAnswer | undefined {
  // Made where it is used, so that it stays out of bundles that only read callbacks.
  const text = z.string().check(z.minLength(1), z.maxLength(MAX_ANSWER_LENGTH));
  const type = z.literal('discovr:authorization');
  const answers = [z.object({ type, state: text, error: text }), z.object({ type, state: text, code: text })] as const;
  return readBy(z.union(answers), data);
}
