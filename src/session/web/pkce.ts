import type { WebSignInEnvironment } from './webSignInEnvironment.js';

type Crypto = ReturnType<WebSignInEnvironment['crypto']>;

/** Number of random bytes in a state or verifier. They make 43 characters, the minimum for a verifier (RFC 7636). */
const RANDOM_BYTES = 32;

/** Format of a verifier (RFC 7636). */
export const CODE_VERIFIER = /^[\w.~-]{43,128}$/;

/** Values that identify one sign-in and prove that this app began it. */
export interface SignInProof {
  /** Sent to the sign-in page, which returns it with its response. */
  readonly state: string;
  /** Kept secret until the code is exchanged. */
  readonly codeVerifier: string;
  /** Hash of the verifier, sent to the sign-in page. */
  readonly codeChallenge: string;
}

/** Creates a random state, a random verifier, and the S256 challenge of the verifier (RFC 7636). */
export async function createSignInProof(crypto: Crypto): Promise<SignInProof> {
  const codeVerifier = randomText(crypto);
  return { state: randomText(crypto), codeVerifier, codeChallenge: await s256Challenge(crypto, codeVerifier) };
}

/** Returns the challenge of a verifier: its SHA-256 hash in base64url. */
async function s256Challenge(crypto: Crypto, verifier: string): Promise<string> {
  return base64Url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
}

function randomText(crypto: Crypto): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)).buffer);
}

function base64Url(buffer: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
