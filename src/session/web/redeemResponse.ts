import { DiscovrError } from '../../api/errors/discovrError.js';
import type { PublicApi } from '../../api/publicApi.js';
import { AUTHORIZE_PATH, type AuthorizationResponse } from '../../api/webSignInEndpoints.js';
import type { DiscovrCredential } from '../store/credential.js';
import { CODE_VERIFIER } from './pkce.js';
import type { SignInResult } from '../signInResult.js';
import type { WebSignInEnvironment } from './webSignInEnvironment.js';

/** Settings and functions of the client that the web sign-in needs. */
export interface WebSignInContext {
  readonly clientId: string;
  readonly basePath: string;
  /**
   * URL of the sign-in page.
   * @default '/authorize' below the base URL (inferred)
   */
  readonly authorizeUrl: string | undefined;
  readonly environment: WebSignInEnvironment;
  readonly publicApi: Pick<PublicApi, 'redeemAuthorizationCode'>;
  /** Signs in with the credential. */
  readonly adopt: (credential: DiscovrCredential) => Promise<SignInResult>;
  /** Returns the time by this device's clock, in milliseconds. */
  readonly now: () => number;
}

/** Returns the absolute URL of the sign-in page. The base URL may be a path on the origin of the page. */
export function signInPageUrl({ basePath, authorizeUrl, environment }: WebSignInContext): string {
  return new URL(authorizeUrl ?? `${basePath}${AUTHORIZE_PATH}`, environment.pageUrl()).href;
}

/**
 * Exchanges the code of a response for a credential, and signs in with it.
 *
 * @throws {DiscovrError} `USER_CANCELLED` when the user declined, `AUTH_FAILED` when the response is another error or
 * the verifier is invalid; the errors of the exchange.
 */
export async function redeemResponse(
  { clientId, publicApi, adopt }: WebSignInContext,
  response: AuthorizationResponse,
  sent: { readonly codeVerifier: string; readonly redirectUri: string },
  signal: AbortSignal,
): Promise<SignInResult> {
  const { codeVerifier, redirectUri } = sent;
  // The callers have checked that this app began the sign-in; that check must not be the only protection.
  if (!CODE_VERIFIER.test(codeVerifier)) {
    throw new DiscovrError('AUTH_FAILED', 'This app did not begin this sign-in. Begin the sign-in again.');
  }
  const payload = { code: codeOf(response), codeVerifier, clientID: clientId, redirectUri };
  const { refreshToken, publicId, expiresAt } = await publicApi.redeemAuthorizationCode(payload, { signal });
  return adopt({ refreshToken, publicId, expiresAt });
}

function codeOf(response: AuthorizationResponse): string {
  if ('code' in response) return response.code;
  const { error } = response;
  if (error === 'access_denied') {
    throw new DiscovrError('USER_CANCELLED', 'The user declined on the sign-in page.');
  }
  // The error comes from a URL that any site may have written, so it is quoted only if it is short and plain.
  const quoted = /^[\w.-]{1,64}$/.test(error) ? ` "${error}"` : '';
  throw new DiscovrError('AUTH_FAILED', `The sign-in page returned an error${quoted}. Begin the sign-in again.`);
}
