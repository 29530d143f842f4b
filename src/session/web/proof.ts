import type { PublicApi } from '../../api/publicApi.js';
import { AUTHORIZE_PATH, type AuthorizationResponse } from '../../api/webSignIn.js';
import type { SignInCrypto } from '../../platform/platform.js';
import { DiscovrError } from '../../shared/errors.js';
import type { DiscovrCredential, SignInResult } from '../credential.js';
import { isOfOrigin, isRedirectUri, type WebSignInEnvironment } from './environment.js';

/**
 * Checks that a web sign-in can begin.
 *
 * @throws {DiscovrError} `AUTH_FAILED` when it cannot; the message says what the developer has to fix.
 */
export function assertCanBegin(
  { pageUrl, crypto }: WebSignInEnvironment,
  redirectUri: string,
  way: 'popup' | 'redirect',
): void {
  const page = pageUrl();
  if (!page) {
    throw fault(
      'The web sign-in runs only in a browser, and this environment has no page URL. Call it in the browser, or use ' +
        'the sign-in by code.',
    );
  }
  if (!isRedirectUri(redirectUri)) {
    throw fault(
      'The redirectUri (by default the URL of the page) cannot be used for a sign-in: it must be an absolute https: ' +
        'URL without a fragment (http: only for localhost, 127.0.0.1 and [::1]). Serve the page over HTTPS, or pass ' +
        'another redirectUri.',
    );
  }
  if (way === 'popup' && !isOfOrigin(redirectUri, page)) {
    throw fault(
      'The sign-in popup posts its response to the origin of redirectUri, which is not the origin of this page. Pass ' +
        'a redirectUri on this page’s origin, or sign in by redirect.',
    );
  }
  // The type does not show it, but `subtle` is missing outside secure contexts.
  const subtle: SignInCrypto['subtle'] | undefined = crypto().subtle;
  if (!subtle) {
    throw fault(
      'The web sign-in needs crypto.subtle, which browsers provide only in secure contexts. Serve the page over ' +
        'HTTPS or from localhost.',
    );
  }
}

function fault(message: string): DiscovrError {
  return new DiscovrError('AUTH_FAILED', message);
}

/** Number of random bytes in a state or verifier. They make 43 characters, the minimum for a verifier (RFC 7636). */
const RANDOM_BYTES = 32;

/** Format of a verifier (RFC 7636). */
export const CODE_VERIFIER = /^[\w.~-]{43,128}$/;

/** Values that identify one sign-in and prove that this app began it. */
interface SignInProof {
  /** Sent to the sign-in page, which returns it with its response. */
  readonly state: string;
  /** Kept secret until the code is exchanged. */
  readonly codeVerifier: string;
  /** Hash of the verifier, sent to the sign-in page. */
  readonly codeChallenge: string;
}

/** Creates a random state, a random verifier, and the S256 challenge of the verifier (RFC 7636). */
export async function createSignInProof(crypto: SignInCrypto): Promise<SignInProof> {
  const codeVerifier = randomText(crypto);
  return { state: randomText(crypto), codeVerifier, codeChallenge: await s256Challenge(crypto, codeVerifier) };
}

/** Returns the challenge of a verifier: its SHA-256 hash in base64url. */
async function s256Challenge(crypto: SignInCrypto, verifier: string): Promise<string> {
  return base64Url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
}

function randomText(crypto: SignInCrypto): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)).buffer);
}

function base64Url(buffer: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

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
  /** Loads the code of the calls. */
  readonly calls: () => Promise<Pick<PublicApi, 'redeemAuthorizationCode'>>;
  /** Signs in with the credential. */
  readonly adopt: (credential: DiscovrCredential, signal?: AbortSignal) => Promise<SignInResult>;
  /** Returns the time by this device's clock, in milliseconds. */
  readonly now: () => number;
}

/** Returns the absolute URL of the sign-in page. The base URL may be a path on the origin of the page. */
export function signInPageUrl({ basePath, authorizeUrl, environment }: WebSignInContext): string {
  return new URL(authorizeUrl ?? `${basePath}${AUTHORIZE_PATH}`, environment.pageUrl()).href;
}

interface RedeemOptions {
  readonly response: AuthorizationResponse;
  /** Verifier and redirect URI with which the sign-in began. */
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly signal: AbortSignal;
}

/**
 * Exchanges the code of a response for a credential, and signs in with it.
 *
 * @throws {DiscovrError} `USER_CANCELLED` when the user declined, `AUTH_FAILED` when the response is another error or
 * the verifier is invalid; the errors of the exchange.
 */
export async function redeemResponse(
  { clientId, calls, adopt }: WebSignInContext,
  { response, codeVerifier, redirectUri, signal }: RedeemOptions,
): Promise<SignInResult> {
  // The callers have checked that this app began the sign-in; that check must not be the only protection.
  if (!CODE_VERIFIER.test(codeVerifier)) {
    throw new DiscovrError('AUTH_FAILED', 'This app did not begin this sign-in. Begin the sign-in again.');
  }
  const payload = { code: codeOf(response), codeVerifier, clientID: clientId, redirectUri };
  const { refreshToken, publicId, expiresAt } = await (await calls()).redeemAuthorizationCode(payload, { signal });
  return adopt({ refreshToken, publicId, expiresAt }, signal);
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
