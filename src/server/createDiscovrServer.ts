import { visitCookies } from './cookies/visitCookies.js';
import type { DiscovrServerOptions } from './discovrServerOptions.js';
import { checkCaller } from './http/checkCaller.js';
import { errorResponse } from './http/errorResponse.js';
import { NO_STORE } from './http/noStore.js';
import { Refusal } from './http/refusal.js';
import { prepareRequest, type PreparedRequest } from './prepareRequest.js';
import type { RenderedRequest } from './renderRequest.js';
import { deviceRoutes } from './routes/deviceRoutes.js';
import { popupRoutes } from './routes/popupRoutes.js';
import { profileRoutes } from './routes/profileRoutes.js';
import { findRoute, type Route } from './routes/route.js';
import { sessionRoutes } from './routes/sessionRoutes.js';
import { webSignInRoutes } from './routes/webSignInRoutes.js';
import { serverParts } from './serverParts.js';
import { serverSettings } from './serverSettings.js';

const routes: readonly Route[] = [
  ...sessionRoutes,
  ...profileRoutes,
  ...deviceRoutes,
  ...webSignInRoutes,
  ...popupRoutes,
];

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
      const cookies = visitCookies(request, settings);
      const respond = async () => {
        const { mountPath } = settings;
        const path = url.pathname.startsWith(`${mountPath}/`) ? url.pathname.slice(mountPath.length) : '';
        const found = findRoute(routes, request.method, path);
        if (!found) throw new Refusal(404, 'NOT_FOUND', 'There is no such endpoint.');
        const { route, id } = found;
        if (!route.isOpen) checkCaller(request, origin);
        try {
          return await route.handle({ request, url, origin, cookies, id }, parts);
        } finally {
          await parts.signIns.settle(cookies);
        }
      };
      const response = await respond().catch(errorResponse);
      response.headers.set('cache-control', NO_STORE);
      response.headers.set('x-content-type-options', 'nosniff');
      response.headers.set('referrer-policy', 'no-referrer');
      for (const change of cookies.changes()) response.headers.append('set-cookie', change);
      return response;
    },
    prepare: (request) => prepareRequest(request, parts),
    // Loaded late, because it contains the client, which apps that render in the browser only do not need here.
    forRequest: async ({ headers }) => (await import('./renderRequest.js')).renderRequest({ headers }, parts),
  };
}
