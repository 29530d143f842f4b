import { DiscovrError } from '../../api/errors/discovrError.js';
import { isOfOrigin, isRedirectUri } from './redirectUri.js';
import type { WebSignInEnvironment } from './webSignInEnvironment.js';

/**
 * Says what keeps a sign-in by window or redirect from beginning.
 *
 * @throws {DiscovrError} `AUTH_FAILED` for what the developer has to put right.
 */
export function assertCanBegin(
  { pageAddress, crypto }: WebSignInEnvironment,
  redirectUri: string,
  way: 'popup' | 'redirect',
): void {
  const page = pageAddress();
  if (!page) {
    throw fault(
      'Signing in by window or redirect needs a browser, and there is none here. Call it on the client, or sign in by ' +
        'a code.',
    );
  }
  if (!isRedirectUri(redirectUri)) {
    throw fault(
      'The redirectUri, by default the address of the page, cannot receive a sign-in: it must be an absolute https: ' +
        'address without a fragment (http: only for localhost, 127.0.0.1 and [::1]). Serve the page over HTTPS, or ' +
        'pass another redirectUri.',
    );
  }
  if (way === 'popup' && !isOfOrigin(redirectUri, page)) {
    throw fault(
      'A sign-in window answers to the origin of redirectUri, and that is not the origin of this page. Pass one of ' +
        'this page’s origin, or sign in by redirect.',
    );
  }
  // Its type does not say so, but outside secure contexts it is missing.
  const subtle: SubtleCrypto | undefined = crypto().subtle;
  if (!subtle) {
    throw fault(
      'Signing in by window or redirect needs crypto.subtle, which browsers have only in secure contexts. Serve the ' +
        'page over HTTPS, or from localhost.',
    );
  }
}

function fault(message: string): DiscovrError {
  return new DiscovrError('AUTH_FAILED', message);
}
