import { sendOnLeaving } from './sendOnLeaving.js';

/**
 * Makes the fetch of requests that should arrive even if the page is left. A browser may refuse `keepalive`, with 64 kB on
 * their way already for instance, and does not tell that from a lost connection: after a failure the next goes without.
 */
export function keptFetch(fetch: typeof globalThis.fetch) {
  let keepalive = true;
  return async (address: string, init: RequestInit): Promise<Response> => {
    const stay = sendOnLeaving(address, init);
    try {
      const response = await fetch(address, { ...init, ...(keepalive && { keepalive }) });
      keepalive = true;
      return response;
    } catch (error) {
      keepalive = !keepalive;
      throw error;
    } finally {
      stay();
    }
  };
}
