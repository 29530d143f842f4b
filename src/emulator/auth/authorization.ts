import * as z from 'zod/mini';
import { parseUrl } from '../../shared/url.js';
import { Problem } from '../http/problem.js';
import { checked } from '../http/requestBody.js';
import { randomHex } from '../random.js';
import type { EmulatorState, RefreshGrant } from '../types.js';
import { AUTHORIZATION_CODE_LIFETIME_MS, issueRefreshToken } from './tokens.js';

/** Message that the sign-in popup posts to its opener. `state` is the value that the app sent. */
export type AuthorizationMessage =
  | { readonly type: 'discovr:authorization'; readonly code: string; readonly state: string }
  | { readonly type: 'discovr:authorization'; readonly error: 'access_denied'; readonly state: string };

/** Result of a web sign-in, for both response modes. */
export interface AuthorizationOutcome {
  /** With `response_mode=query`: the redirect URI of the app with `code` or `error`, and `state`. */
  readonly callbackUrl: string;
  /** With `response_mode=web_message`: the message posted to the opener. */
  readonly message: AuthorizationMessage;
}

/** Completes a web sign-in with the user's decision. Consent creates a code that works once, within a minute. */
export function decideAuthorization(
  state: EmulatorState,
  request: AuthorizationRequest,
  decision: 'signIn' | 'cancel',
): AuthorizationOutcome {
  const result = decision === 'signIn' ? { code: issueCode(state, request) } : ({ error: 'access_denied' } as const);
  const callbackUrl = new URL(request.redirect_uri);
  for (const [name, value] of Object.entries({ ...result, state: request.state })) {
    callbackUrl.searchParams.set(name, value);
  }
  return {
    callbackUrl: callbackUrl.href,
    message: { type: 'discovr:authorization', ...result, state: request.state },
  };
}

/** Data that an app sends to redeem an authorization code. */
interface CodeRedemption {
  readonly code: string;
  readonly codeVerifier: string;
  readonly clientID: string;
  readonly redirectUri: string;
}

/**
 * Signs in the app that requested the code and knows the verifier. Even a failed attempt uses up the code.
 *
 * @throws {Problem} AUTH_FAILED when the code, app, redirect URI or verifier does not match.
 */
export async function redeemCode(state: EmulatorState, redemption: CodeRedemption): Promise<RefreshGrant> {
  const stored = state.authorizationCodes.get(redemption.code);
  state.authorizationCodes.delete(redemption.code);
  if (!stored || state.now() >= stored.expiresAtMs) {
    throw new Problem('AUTH_FAILED', 'The code is unknown, has been used, or has expired.');
  }
  if (stored.clientId !== redemption.clientID || stored.redirectUri !== redemption.redirectUri) {
    throw new Problem('AUTH_FAILED', 'The code was issued for another app or another redirect URI.');
  }
  if ((await s256Challenge(redemption.codeVerifier)) !== stored.codeChallenge) {
    throw new Problem('AUTH_FAILED', 'The verifier does not match the code challenge of the sign-in.');
  }
  return issueRefreshToken(state);
}

function issueCode(state: EmulatorState, request: AuthorizationRequest): string {
  dropExpired(state);
  const code = randomHex(48);
  state.authorizationCodes.set(code, {
    clientId: request.client_id,
    redirectUri: request.redirect_uri,
    codeChallenge: request.code_challenge,
    expiresAtMs: state.now() + AUTHORIZATION_CODE_LIFETIME_MS,
  });
  return code;
}

function dropExpired(state: EmulatorState): void {
  // All codes have the same lifetime, so the oldest expire first.
  for (const [code, { expiresAtMs }] of state.authorizationCodes) {
    if (state.now() < expiresAtMs) return;
    state.authorizationCodes.delete(code);
  }
}

/**
 * Parameters of `/authorize`, the page where the user signs in. Discovr does not document the web sign-in, so all of it
 * is inferred: the OAuth authorization code flow with PKCE, these names, and `POST /auth/code` as its last step.
 */
export interface AuthorizationRequest {
  readonly client_id: string;
  readonly redirect_uri: string;
  readonly state: string;
  readonly code_challenge: string;
  readonly code_challenge_method: 'S256';
  /** Whether the result is sent by redirect (`query`) or as a message to the opener (`web_message`). */
  readonly response_mode: 'query' | 'web_message';
}

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

// OAuth allows only printable ASCII, and submitting a form would change line breaks.
const printable = z.string().check(
  z.minLength(1),
  z.refine((text) => /^[\x20-\x7e]*$/.test(text)),
);

const requestSchema = z.strictObject({
  client_id: printable,
  redirect_uri: z.string().check(z.refine(isRedirectUri)),
  state: printable,
  code_challenge: z.string().check(z.refine((text) => /^[\w-]{43}$/.test(text))),
  code_challenge_method: z.literal('S256'),
  response_mode: z._default(z.enum(['query', 'web_message']), 'query'),
});

/**
 * Reads an authorization request from the query of a URL or from a form.
 *
 * @throws {Problem} VALIDATION_FAILED with issues when a parameter is invalid.
 */
export function readAuthorizationRequest(parameters: URLSearchParams): AuthorizationRequest {
  return checked(Object.fromEntries(parameters), requestSchema, 'query');
}

function isRedirectUri(text: string): boolean {
  // The URL parser would silently drop unprintable characters.
  const url = /^[\x21-\x7e]+$/.test(text) && !text.includes('#') ? parseUrl(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname));
}

/** Returns the S256 challenge of a verifier (RFC 7636): its SHA-256 in base64url. */
export async function s256Challenge(verifier: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  const base64 = btoa(String.fromCharCode(...digest));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
