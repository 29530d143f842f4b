/**
 * Sends a request once more, and waits for it, if the page is left before its answer came. For browsers whose `fetch` does
 * not know `keepalive` (Firefox below 133) and drops the request then; elsewhere it does nothing. Returns the undo.
 */
export function sendOnLeaving(address: string, { method = 'GET', headers }: RequestInit): () => void {
  if (typeof XMLHttpRequest === 'undefined' || 'keepalive' in Request.prototype) return () => undefined;
  const send = () => {
    try {
      const request = new XMLHttpRequest();
      // Not asynchronous: the page lives no longer than this call.
      request.open(method, address, false);
      new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value));
      request.send();
    } catch {
      // Nobody is left to be told.
    }
  };
  window.addEventListener('pagehide', send);
  return () => window.removeEventListener('pagehide', send);
}
