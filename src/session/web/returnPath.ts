import { parseUrl } from '../../api/schemas/parseUrl.js';

/**
 * Returns the path to go to after a sign-in: `returnTo` if it is a path, or the path of a URL of the app's origin.
 * Returns `undefined` for anything else: `//host`, `/\host` and other schemes lead to another site.
 *
 * @param redirectUri a URL of the app.
 */
export function returnPath(returnTo: string | undefined, redirectUri: string): string | undefined {
  // Browsers drop tabs and line breaks when they parse a URL, and treat a backslash as a slash.
  if (!returnTo || /[\\\p{Cc}]/u.test(returnTo)) return undefined;
  const isPath = returnTo.startsWith('/');
  if (!isPath && !/^https?:\/\//i.test(returnTo)) return undefined;
  const origin = parseUrl(redirectUri)?.origin;
  const url = parseUrl(returnTo, origin);
  // A path such as `/.//host` resolves to `//host`.
  if (!url || url.origin !== origin || url.pathname.startsWith('//')) return undefined;
  return isPath ? returnTo : `${url.pathname}${url.search}${url.hash}`;
}
