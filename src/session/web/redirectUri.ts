import type { WebSignInEnvironment } from './webSignInEnvironment.js';
import type { WebSignInOptions } from './webSignInOptions.js';

/**
 * Requires HTTPS, or HTTP on this computer, so that no code is sent unencrypted over the network. Allows no fragment,
 * and only visible ASCII characters: the URL parser silently drops or encodes all others, which results in another URL.
 */
const REDIRECT_URI = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?([/?]|$))[!-"$-~]*$/i;

/** Whether a sign-in page may send its response to a URL. */
export function isRedirectUri(url: string): boolean {
  return REDIRECT_URI.test(url);
}

/** Whether a URL has the origin of the page: a sign-in popup can post its response only to that origin. */
export function isOfOrigin(url: string, pageUrl: string): boolean {
  return `${url}/`.startsWith(`${new URL(pageUrl).origin}/`);
}

/**
 * Returns the URL that receives the response: from the call, from the client's options, or the URL of the page without
 * query and fragment.
 */
export function redirectUriOf(
  given: string | undefined,
  options: WebSignInOptions,
  { pageUrl }: Pick<WebSignInEnvironment, 'pageUrl'>,
): string {
  return given ?? options.redirectUri ?? pageUrl().replace(/[?#].*$/, '');
}
