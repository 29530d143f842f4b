import type { EmulatorState, RefreshGrant } from '../types.js';
import type { AuthorizationRequest } from './authorizationRequest.js';
import { AUTHORIZATION_CODE_LIFETIME_MS } from './lifetimes.js';
import { s256Challenge } from './pkce.js';
import { Problem } from '../http/problem.js';
import { randomHex } from '../random.js';
import { issueRefreshToken } from './refreshTokens.js';

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
export interface CodeRedemption {
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
