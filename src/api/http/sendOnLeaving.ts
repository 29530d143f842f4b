/**
 * Sends a request again, synchronously, if the browser leaves the app before the response arrives. Only for browsers
 * whose `fetch` lacks `keepalive` (Firefox before 133) and therefore drops the request; does nothing in other browsers.
 * Returns a function that stops waiting for the browser to leave.
 */
export function sendOnLeaving(url: string, { method = 'GET', headers }: RequestInit): () => void {
  if (typeof XMLHttpRequest === 'undefined' || 'keepalive' in Request.prototype) return () => undefined;
  const send = () => {
    try {
      const request = new XMLHttpRequest();
      // Synchronous, because the document is unloaded after this call.
      request.open(method, url, false);
      new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value));
      request.send();
    } catch {
      // The app is being closed, so there is nowhere to report a failure.
    }
  };
  window.addEventListener('pagehide', send);
  return () => window.removeEventListener('pagehide', send);
}
