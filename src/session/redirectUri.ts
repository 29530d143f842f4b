import { DiscovrError } from '../api/discovrError.js';

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Gives the address to which a sign-in page answers: the given one exactly as it is written, since authorization servers
 * compare letter by letter, or else the page's own without query and fragment.
 *
 * @throws {DiscovrError} `AUTH_FAILED` where a code would travel unencrypted, or to nowhere.
 */
export function checkedRedirectUri(given: string | undefined, pageAddress: string): string {
  const page = new URL(pageAddress);
  const redirectUri = given ?? `${page.protocol}//${page.host}${page.pathname}`;
  if (isAllowed(redirectUri)) return redirectUri;
  throw new DiscovrError(
    'AUTH_FAILED',
    `${given === undefined ? 'The address of this page' : 'This redirectUri'} cannot receive a sign-in: it must be an ` +
      'absolute https: address without a fragment (http: only for localhost, 127.0.0.1 and [::1]). Serve the page over ' +
      'HTTPS, or pass another redirectUri.',
  );
}

function isAllowed(redirectUri: string): boolean {
  // What is not printable would quietly be dropped by the platform's parser, and then no longer be the same address.
  if (!/^[\x21-\x7e]+$/.test(redirectUri) || redirectUri.includes('#')) return false;
  try {
    const { protocol, hostname } = new URL(redirectUri);
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.includes(hostname));
  } catch {
    // Not an address at all.
    return false;
  }
}
