import type { EmulatorState, RefreshGrant } from '../types.js';
import type { AuthorizationRequest } from './authorizationRequest.js';
import { AUTHORIZATION_CODE_LIFETIME_MS } from './lifetimes.js';
import { s256Challenge } from './pkce.js';
import { Problem } from '../http/problem.js';
import { randomHex } from '../random.js';
import { issueRefreshToken } from './refreshTokens.js';

/** What the sign-in window tells the window that opened it; `state` is the app's own, given back. */
export type AuthorizationMessage =
  | { readonly type: 'discovr:authorization'; readonly code: string; readonly state: string }
  | { readonly type: 'discovr:authorization'; readonly error: 'access_denied'; readonly state: string };

/** How a web sign-in ended, in both forms an app can ask for. */
export interface AuthorizationOutcome {
  /** With `response_mode=query`: the app's redirect address with `code` or `error`, and `state`. */
  readonly callbackUrl: string;
  /** With `response_mode=web_message`: what is posted to the opener. */
  readonly message: AuthorizationMessage;
}

/** Ends a web sign-in the way the person decided; consent makes a code that is good once, for a minute. */
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

/** What an app redeems a code with. */
export interface CodeRedemption {
  readonly code: string;
  readonly codeVerifier: string;
  readonly clientID: string;
  readonly redirectUri: string;
}

/** Signs in the app that asked for the code and knows the verifier. The code is spent by the attempt, good or bad. */
export async function redeemCode(state: EmulatorState, redemption: CodeRedemption): Promise<RefreshGrant> {
  const stored = state.authorizationCodes.get(redemption.code);
  state.authorizationCodes.delete(redemption.code);
  if (!stored || state.now() >= stored.expiresAtMs) {
    throw new Problem('AUTH_FAILED', 'The code is unknown, was used, or has expired.');
  }
  if (stored.clientId !== redemption.clientID || stored.redirectUri !== redemption.redirectUri) {
    throw new Problem('AUTH_FAILED', 'The code was made for another app or another redirect address.');
  }
  if ((await s256Challenge(redemption.codeVerifier)) !== stored.codeChallenge) {
    throw new Problem('AUTH_FAILED', 'The verifier does not belong to the challenge of the sign-in.');
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
  // All last equally long, so the oldest expire first.
  for (const [code, { expiresAtMs }] of state.authorizationCodes) {
    if (state.now() < expiresAtMs) return;
    state.authorizationCodes.delete(code);
  }
}
