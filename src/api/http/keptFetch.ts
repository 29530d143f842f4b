import { sendOnLeaving } from './sendOnLeaving.js';

/**
 * Returns a `fetch` for requests that should reach the server even if the browser leaves the app. A browser may reject
 * `keepalive`, for example when pending requests use its quota of 64 kB, and reports this like a lost connection. After
 * a failure, the next request therefore omits `keepalive`.
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
