import { DiscovrError } from '../../api/errors/discovrError.js';
import { createPublicApi } from '../../api/publicApi.js';
import type { Send } from '../../api/http/transport.js';
import { AUTHORIZE_PATH, type AuthorizationAnswer } from '../../api/webSignInEndpoints.js';
import type { DiscovrCredential } from '../store/credential.js';
import { CODE_VERIFIER } from './pkce.js';
import type { SignInResult } from '../signInResult.js';
import type { WebSignInEnvironment } from './webSignInEnvironment.js';

/** What signing in by window or redirect needs from outside. */
export interface WebSignInContext {
  readonly clientId: string;
  readonly basePath: string;
  /**
   * Address of the sign-in page.
   * @default the path of the marked choice below the base URL
   */
  readonly authorizeUrl: string | undefined;
  readonly environment: WebSignInEnvironment;
  readonly send: Send;
  /** Takes on the credential a sign-in ended with. */
  readonly adopt: (credential: DiscovrCredential) => Promise<SignInResult>;
  /** This device's clock, in milliseconds. */
  readonly now: () => number;
}

/** Absolute address of the sign-in page; the base URL may be a path of the page's own origin. */
export function addressOfSignInPage({ basePath, authorizeUrl, environment }: WebSignInContext): string {
  return new URL(authorizeUrl ?? `${basePath}${AUTHORIZE_PATH}`, environment.pageAddress()).href;
}

/**
 * Exchanges the code of an answer for a credential, and takes it on.
 *
 * @throws {DiscovrError} `USER_CANCELLED` where the person declined, `AUTH_FAILED` where the answer is another error;
 * what the exchange rejects with.
 */
export async function redeemAnswer(
  { clientId, send, adopt }: WebSignInContext,
  answer: AuthorizationAnswer,
  sent: { readonly codeVerifier: string; readonly redirectUri: string },
  signal: AbortSignal,
): Promise<SignInResult> {
  const { redeemAuthorizationCode } = createPublicApi(send);
  const { codeVerifier, redirectUri } = sent;
  // The check of whose sign-in it is must not rest on one place alone.
  if (!CODE_VERIFIER.test(codeVerifier)) throw new DiscovrError('AUTH_FAILED', 'This sign-in was not begun here.');
  const payload = { code: codeOf(answer), codeVerifier, clientID: clientId, redirectUri };
  const { refreshToken, publicId, expiresAt } = await redeemAuthorizationCode(payload, { signal });
  return adopt({ refreshToken, publicId, expiresAt });
}

function codeOf(answer: AuthorizationAnswer): string {
  if ('code' in answer) return answer.code;
  const { error } = answer;
  if (error === 'access_denied') {
    throw new DiscovrError('USER_CANCELLED', 'The person declined on the sign-in page.');
  }
  // It comes out of an address that anybody may have written.
  const quoted = /^[\w.-]{1,64}$/.test(error) ? ` with "${error}"` : '';
  throw new DiscovrError('AUTH_FAILED', `The sign-in page ended${quoted}.`);
}
