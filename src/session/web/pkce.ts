import type { WebSignInEnvironment } from './webSignInEnvironment.js';

type Crypto = ReturnType<WebSignInEnvironment['crypto']>;

/** Random bytes of a state or a verifier: 43 characters, the fewest that RFC 7636 allows for a verifier. */
const RANDOM_BYTES = 32;

/** The form of a verifier (RFC 7636). */
export const CODE_VERIFIER = /^[\w.~-]{43,128}$/;

/** What one sign-in is told from others by, and proved to be one's own with. */
export interface SignInProof {
  /** Goes to the sign-in page and comes back with its answer. */
  readonly state: string;
  /** Stays here until the code is exchanged. */
  readonly codeVerifier: string;
  /** What the sign-in page gets to know of the verifier. */
  readonly codeChallenge: string;
}

/** Makes a state and a verifier nobody can guess, and the S256 challenge of the latter (RFC 7636). */
export async function createSignInProof(crypto: Crypto): Promise<SignInProof> {
  const codeVerifier = randomText(crypto);
  return { state: randomText(crypto), codeVerifier, codeChallenge: await s256Challenge(crypto, codeVerifier) };
}

/** Turns a verifier into its challenge: the SHA-256 in base64url. */
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
