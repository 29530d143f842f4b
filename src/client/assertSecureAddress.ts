import { parseUrl } from '../api/schemas/parseUrl.js';
import { pageAddress } from '../session/web/openPopup.js';

/**
 * Refuses an address to which tokens would travel in the clear: `http:`, unless it is this computer's own. A path of the
 * page's own origin is left alone.
 *
 * @param option names it in the error.
 * @throws a `TypeError` that says why.
 */
export function assertSecureAddress(address: string, option: string): void {
  const page = pageAddress();
  const own = parseUrl(page)?.origin;
  const absolute = parseUrl(address);
  // `//host` is not absolute, but it leads to another host.
  const url = absolute ?? parseUrl(address, own === 'null' ? undefined : own);
  if (url?.protocol !== 'http:' || isLoopback(url.hostname) || (!absolute && url.origin === own)) return;
  throw new TypeError(
    `discovr-react: the ${option} ${url.origin} is not encrypted, so anybody on the way could read the tokens sent there. ` +
      'Use https:, or a path of your own origin. On a network you trust, such as a developer’s, pass ' +
      'allowInsecureBasePath: true.',
  );
}

/** The names and addresses by which a computer reaches itself; `URL` has brought them to their one form. */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
