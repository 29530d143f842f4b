import type { AuthorizationOutcome } from './authorization.js';
import type { AuthorizationRequest } from './authorizationRequest.js';
import { escapeMarkup } from '../http/escapeMarkup.js';
import { htmlPage } from '../http/htmlPage.js';
import type { Problem } from '../http/problem.js';
import { randomHex } from '../random.js';

/** Returns the page that asks the user whether an app may sign in. */
export function authorizePage(request: AuthorizationRequest): Response {
  const { origin } = new URL(request.redirect_uri);
  const fields = Object.entries(request).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeMarkup(value)}">`,
  );
  return htmlPage({
    title: 'Sign in to Discovr',
    formTargets: `'self' ${redirectSource(request.redirect_uri)}`,
    content:
      `<p>The app <strong>${escapeMarkup(request.client_id)}</strong> wants to use your account. ` +
      `You will be returned to <strong>${escapeMarkup(origin)}</strong>.</p>` +
      `<form method="post" action="/authorize">${fields.join('')}<div class="actions">` +
      `<button class="main" name="decision" value="sign_in">Sign in</button>` +
      `<button name="decision" value="cancel">Cancel</button></div></form>`,
  });
}

/** Returns the page that posts the outcome to its opener and closes. Only the app's origin can read the message. */
export function authorizedPage(request: AuthorizationRequest, { message }: AuthorizationOutcome): Response {
  const targetOrigin = new URL(request.redirect_uri).origin;
  return htmlPage({
    title: 'code' in message ? 'You’re signed in' : 'Sign-in canceled',
    content: '<p>You can close this window and go back to the app.</p>',
    script: {
      code: `window.opener?.postMessage(${asScript(message)},${asScript(targetOrigin)});window.close();`,
      nonce: randomHex(32),
    },
  });
}

/** Returns the page that tells the developer why the sign-in URL is invalid. */
export function refusedAuthorizationPage({ details, message }: Problem): Response {
  const issues = (details.issues ?? []).map(
    ({ path, message: text }) => `<li><strong>${escapeMarkup(path.join('.'))}</strong>: ${escapeMarkup(text)}</li>`,
  );
  return htmlPage({
    title: 'This sign-in request is not valid',
    status: 400,
    content: `<p>${escapeMarkup(message)}</p><ul>${issues.join('')}</ul>`,
  });
}

/**
 * Returns the `form-action` source that allows the redirect to the app. A policy cannot contain an IPv6 address, so for
 * such a URL the source is its scheme.
 */
function redirectSource(redirectUri: string): string {
  const { protocol, hostname, origin } = new URL(redirectUri);
  return hostname.startsWith('[') ? protocol : origin;
}

/** Serializes a value as JavaScript that cannot close its script element. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
