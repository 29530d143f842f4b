import type { WebSignInEnvironment } from './webSignInEnvironment.js';
import type { WebSignInOptions } from './webSignInOptions.js';

/**
 * HTTPS, or HTTP on this computer, so that no code travels unencrypted; without a fragment, and only of printable
 * characters, since the platform's parser would quietly drop others and it would no longer be the same address.
 */
const REDIRECT_URI = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?([/?]|$))[!-"$-~]*$/i;

/** Tells whether a sign-in page may answer to an address. */
export function isRedirectUri(address: string): boolean {
  return REDIRECT_URI.test(address);
}

/** Tells whether an address is of the page's own origin, to which alone a sign-in window can answer. */
export function isOfOrigin(address: string, pageAddress: string): boolean {
  return `${address}/`.startsWith(`${new URL(pageAddress).origin}/`);
}

/** Address to which a sign-in page answers: the call's, the client's, or the page's own without query and fragment. */
export function redirectUriOf(
  given: string | undefined,
  options: WebSignInOptions,
  { pageAddress }: Pick<WebSignInEnvironment, 'pageAddress'>,
): string {
  return given ?? options.redirectUri ?? pageAddress().replace(/[?#].*$/, '');
}
