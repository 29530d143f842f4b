import { sendOnLeaving } from './sendOnLeaving.js';

/**
 * Returns a `fetch` for requests that should reach the server even if the browser leaves the app. A browser may reject
 * `keepalive`, for example when 64 kB are already in flight, and reports this like a lost connection. After a failure,
 * the next request therefore omits `keepalive`.
 */
export function keptFetch(fetch: typeof globalThis.fetch) {
  let keepalive = true;
  return async (address: string, init: RequestInit): Promise<Response> => {
    const stopListening = sendOnLeaving(address, init);
    try {
      const response = await fetch(address, { ...init, ...(keepalive && { keepalive }) });
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
