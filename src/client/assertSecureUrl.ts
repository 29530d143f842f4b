import { isLoopback, parseUrl } from '../shared/url.js';
import { currentUrl } from '../session/web/environment.js';

/**
 * Rejects a URL to which tokens would travel unencrypted: `http:`, except to this computer. Accepts a path of the app's
 * origin.
 *
 * @param option name of the option, for the error message.
 * @throws {TypeError} when the URL is not secure.
 */
export function assertSecureUrl(urlOrPath: string, option: string): void {
  const appOrigin = parseUrl(currentUrl())?.origin;
  const absolute = parseUrl(urlOrPath);
  // `//host` is not an absolute URL, but it leads to another host.
  const url = absolute ?? parseUrl(urlOrPath, appOrigin === 'null' ? undefined : appOrigin);
  if (url?.protocol !== 'http:' || isLoopback(url.hostname) || (!absolute && url.origin === appOrigin)) return;
  throw new TypeError(
    `discovr-react: the ${option} ${url.origin} is not encrypted, so others on the network could read the tokens ` +
      "sent there. Use https: or a path on the app's origin. On a network you trust, " +
      'pass allowInsecureBasePath: true.',
  );
}
