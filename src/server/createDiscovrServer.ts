import { isDiscovrError } from '../shared/errors.js';
import { errorResponse, isRefusal, Refusal } from './refusal.js';
import type { RenderedRequest } from './renderRequest.js';
import { identityRoutes } from './routes/identityRoutes.js';
import { checkCaller, findRoute, type Route } from './routes/route.js';
import { webSignInRoutes } from './routes/webSignInRoutes.js';
import { serverParts, type ServerParts } from './serverParts.js';
import { serverSettings, type DiscovrServerOptions } from './serverSettings.js';
import { Browser } from './session/browser.js';

/** Value of `Cache-Control` for everything that depends on who is signed in. */
const NO_STORE = 'private, no-store';

const routes: readonly Route[] = [...identityRoutes, ...webSignInRoutes];

/** Headers for the request that renders a page, and for its response. */
export interface PreparedRequest {
  /** Headers of the request, with the current cookies. Use them for the code that renders the page. */
  readonly requestHeaders: Headers;
  /** Headers to append to the response: `Set-Cookie`, and `Cache-Control: private, no-store`. */
  readonly responseHeaders: Headers;
}

/** Server half of an app that keeps the refresh token away from the browser. */
export interface DiscovrServer {
  /** Handles every request below the mount path. */
  fetch(request: Request): Promise<Response>;
  /**
   * Makes sure that a request for a page has a usable session, if a user is signed in and has chosen a profile. Call it
   * before the page is rendered, in a proxy step, middleware or loader, for pages only and not for their files.
   */
  prepare(request: Request): Promise<PreparedRequest>;
  /**
   * Returns a client and the session of the user for the code that renders a page. It only reads the cookies, so call
   * {@link DiscovrServer.prepare} before, and pass the headers that it returns. Without `origin` (development only), it
   * reads the cookies of an app that is served over HTTP.
   */
  forRequest(request: { readonly headers: Pick<Headers, 'get'> }): Promise<RenderedRequest>;
}

/**
 * Creates the server half for `createSessionSource(mountPath)`. It keeps the refresh token in an encrypted `HttpOnly`
 * cookie and calls the identity endpoints of the API. It uses web standards only, so it runs in every JavaScript
 * runtime.
 *
 * @throws {TypeError} when an option is missing or unsafe.
 */
export function createDiscovrServer(options: DiscovrServerOptions): DiscovrServer {
  const settings = serverSettings(options);
  const parts = serverParts(settings);
  return {
    async fetch(request) {
      const url = new URL(request.url);
      const origin = settings.originOf(request);
      const browser = new Browser(request, parts);
      const respond = async () => {
        const { mountPath } = settings;
        const path = url.pathname.startsWith(`${mountPath}/`) ? url.pathname.slice(mountPath.length) : '';
        const found = findRoute(routes, request.method, path);
        if (!found) throw new Refusal(404, 'NOT_FOUND', 'There is no such endpoint.');
        const { route, id } = found;
        if (!route.isOpen) checkCaller(request, origin);
        try {
          return await route.handle({ request, url, origin, browser, id }, parts);
        } finally {
          await browser.settle();
        }
      };
      const response = await respond().catch(errorResponse);
      response.headers.set('cache-control', NO_STORE);
      response.headers.set('x-content-type-options', 'nosniff');
      response.headers.set('referrer-policy', 'no-referrer');
      for (const change of browser.cookies.changes()) response.headers.append('set-cookie', change);
      return response;
    },
    prepare: (request) => prepareRequest(request, parts),
    // Loaded late, because it contains the client, which apps that render in the browser only do not need here.
    forRequest: async ({ headers }) =>
      (await import('./renderRequest.js')).renderRequest(new Browser({ headers }, parts), parts),
  };
}

/** Makes sure that a request has a usable session, if a user is signed in and has chosen a profile. */
async function prepareRequest(request: Request, parts: ServerParts): Promise<PreparedRequest> {
  const browser = new Browser(request, parts);
  const { cookies } = browser;
  try {
    await browser.whileSignedIn(async (visitor) => {
      const { profileId } = visitor;
      if (profileId !== undefined) await browser.session(visitor, { profileId });
    });
  } catch (error) {
    // Without a session, the page renders without titles, and the browser tries again. Configuration errors are
    // rethrown.
    const isExpected = isDiscovrError(error) || (isRefusal(error) && error.status === 401);
    if (!isExpected) throw error;
  } finally {
    await browser.settle();
  }
  const requestHeaders = new Headers(request.headers);
  const header = cookies.header();
  if (header) requestHeaders.set('cookie', header);
  else requestHeaders.delete('cookie');
  const responseHeaders = new Headers({ 'cache-control': NO_STORE });
  for (const change of cookies.changes()) responseHeaders.append('set-cookie', change);
  return { requestHeaders, responseHeaders };
}
