import { isDiscovrError } from '../shared/errors.js';
import { visitCookies } from './cookies/visitCookies.js';
import { NO_STORE } from './http/noStore.js';
import { isRefusal } from './http/refusal.js';
import type { ServerParts } from './serverParts.js';
import { whileSignedIn } from './session/whileSignedIn.js';

/** Headers for the request that renders a page, and for its response. */
export interface PreparedRequest {
  /** Headers of the request, with the current cookies. Use them for the code that renders the page. */
  readonly requestHeaders: Headers;
  /** Headers to append to the response: `Set-Cookie`, and `Cache-Control: private, no-store`. */
  readonly responseHeaders: Headers;
}

/** Makes sure that a request has a usable session, if a user is signed in and has chosen a profile. */
export async function prepareRequest(request: Request, parts: ServerParts): Promise<PreparedRequest> {
  const cookies = visitCookies(request, parts.settings);
  try {
    await whileSignedIn(parts, cookies, async (signIn) => {
      const { profileId } = signIn;
      if (profileId !== undefined) await parts.sessions.get(cookies, { signIn, profileId });
    });
  } catch (error) {
    // Without a session, the page renders without titles, and the browser tries again. Configuration errors are
    // rethrown.
    const isExpected = isDiscovrError(error) || (isRefusal(error) && error.status === 401);
    if (!isExpected) throw error;
  } finally {
    await parts.signIns.settle(cookies);
  }
  const requestHeaders = new Headers(request.headers);
  const header = cookies.header();
  if (header) requestHeaders.set('cookie', header);
  else requestHeaders.delete('cookie');
  const responseHeaders = new Headers({ 'cache-control': NO_STORE });
  for (const change of cookies.changes()) responseHeaders.append('set-cookie', change);
  return { requestHeaders, responseHeaders };
}
