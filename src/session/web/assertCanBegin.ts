import { DiscovrError } from '../../api/errors/discovrError.js';
import { isOfOrigin, isRedirectUri } from './redirectUri.js';
import type { WebSignInEnvironment } from './webSignInEnvironment.js';

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
  const subtle: SubtleCrypto | undefined = crypto().subtle;
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
