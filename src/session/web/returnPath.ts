import { parseUrl } from '../../api/schemas/parseUrl.js';

/**
 * Reads where an app wants to return to after a sign-in: a path of its own origin, or an address of that origin, which
 * becomes a path. Anything else is `undefined`, since a browser would read `//host`, `/\\host` or a scheme as another place.
 *
 * @param redirectUri an address of the app.
 */
export function returnPath(returnTo: string | undefined, redirectUri: string): string | undefined {
  // A browser drops tabs and line breaks before it reads an address, and takes a backslash for a slash.
  if (!returnTo || /[\\\p{Cc}]/u.test(returnTo)) return undefined;
  const isPath = returnTo.startsWith('/');
  if (!isPath && !/^https?:\/\//i.test(returnTo)) return undefined;
  const origin = parseUrl(redirectUri)?.origin;
  const url = parseUrl(returnTo, origin);
  // A path such as `/.//host` becomes `//host` where it is resolved.
  if (!url || url.origin !== origin || url.pathname.startsWith('//')) return undefined;
  return isPath ? returnTo : `${url.pathname}${url.search}${url.hash}`;
}
