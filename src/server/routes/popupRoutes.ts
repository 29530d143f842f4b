import { ERROR_PARAMETER, SIGN_IN_CHANNEL, SIGN_IN_REPORT } from '../../session/web/environment.js';
import type { Route } from './route.js';

/**
 * Script of the page at which a sign-in popup ends. It reports the end to all pages of the app, because the popup may be
 * cut off from the page that opened it, and closes the popup. Any site can open the page, so it reports nothing secret.
 */
const SCRIPT = `const error = new URLSearchParams(location.search).get('${ERROR_PARAMETER}');
const channel = new BroadcastChannel('${SIGN_IN_CHANNEL}');
channel.postMessage({ type: '${SIGN_IN_REPORT}', error: /^[A-Z_]{1,64}$/.test(error ?? '') ? error : null });
channel.close();
window.close();
`;

/** The page at which a sign-in popup ends, and its script. The page has no inline script, so a strict Content Security Policy allows it. */
export const popupRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sign-in/popup',
    isOpen: true,
    handle: (_visit, { settings: { mountPath } }) =>
      new Response(`<!doctype html><title>Discovr</title><script src="${mountPath}/sign-in/popup.js"></script>`, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
        },
      }),
  },
  {
    method: 'GET',
    path: '/sign-in/popup.js',
    isOpen: true,
    handle: () => new Response(SCRIPT, { headers: { 'content-type': 'text/javascript; charset=utf-8' } }),
  },
];
