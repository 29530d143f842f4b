import { Refusal } from './refusal.js';

/** Header that the browser's half sends with each request. Other sites cannot send it without permission. */
const REQUEST_HEADER = 'x-discovr-request';

/**
 * Checks that a page of the app's own origin sent a request. A sibling subdomain is another origin.
 *
 * @throws {Refusal} 403 when another page sent it, or when a request that changes state does not prove its origin.
 */
export function checkCaller({ method, headers }: Request, appOrigin: string): void {
  const isRead = method === 'GET';
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  // "none" is a URL that the user typed.
  const isForeign = site !== null && site !== 'same-origin' && !(isRead && site === 'none');
  if (isForeign || (origin !== null && origin !== appOrigin)) {
    throw new Refusal(403, 'FORBIDDEN', 'This request comes from another origin.');
  }
  if (isRead) return;
  if (site === null && origin === null) {
    throw new Refusal(403, 'FORBIDDEN', 'This request has neither an Origin nor a Sec-Fetch-Site header.');
  }
  if (headers.get(REQUEST_HEADER) !== '1') {
    throw new Refusal(403, 'FORBIDDEN', `This request lacks the header "${REQUEST_HEADER}: 1".`);
  }
}
