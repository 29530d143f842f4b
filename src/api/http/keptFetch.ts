import { sendOnLeaving } from './sendOnLeaving.js';

/**
 * Returns a `fetch` for requests that should reach the server even if the browser leaves the app. A browser may reject
 * `keepalive`, for example when pending requests have used up the quota of 64 kB. The error is the same as for a lost
 * connection. Therefore, after any failure with `keepalive`, the next request omits it.
 */
export function keptFetch(fetch: typeof globalThis.fetch) {
  let keepalive = true;
  return async (url: string, init: RequestInit): Promise<Response> => {
    const stopListening = sendOnLeaving(url, init);
    try {
      const response = await fetch(url, { ...init, ...(keepalive && { keepalive }) });
      keepalive = true;
      return response;
    } catch (error) {
      keepalive = !keepalive;
      throw error;
    } finally {
      stopListening();
    }
  };
}
