import { escapeMarkup, htmlPage } from '../http/htmlPage.js';
import type { Problem } from '../http/problem.js';
import { randomHex } from '../random.js';
import type { AuthorizationOutcome, AuthorizationRequest } from './authorization.js';

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

/** Returns the page where the user approves or denies the device that shows a code. The code can be edited. */
export function activatePage(userCode: string): Response {
  return htmlPage({
    title: 'Sign in a device',
    content: `<p>Check that your device shows this code.</p>${codeForm(userCode)}`,
  });
}

/** Returns the page that confirms the decision. */
export function decidedPage(decision: 'approved' | 'denied'): Response {
  return decision === 'approved'
    ? htmlPage({
        title: 'Your device is signed in',
        content: donePassage('It continues automatically within a few seconds.'),
      })
    : htmlPage({ title: 'The device was denied', content: donePassage('It stays signed out.') });
}

/** Returns the page for a code that no waiting device has, with the form to try another code. */
export function unknownCodePage(userCode: string): Response {
  return htmlPage({
    title: 'This code is unknown or has expired',
    status: 404,
    content: `<p role="alert">Check the code on your device, or get a new code there.</p>${codeForm(userCode)}`,
  });
}

function donePassage(sentence: string): string {
  return `<p>${sentence} You can close this page.</p>`;
}

function codeForm(userCode: string): string {
  return (
    `<form method="post" action="/activate"><label for="user-code">Code</label>` +
    `<input id="user-code" name="userCode" value="${escapeMarkup(userCode)}" required ` +
    `autocomplete="off" autocapitalize="characters" spellcheck="false">` +
    `<div class="actions"><button class="main" name="decision" value="approve">Approve</button>` +
    `<button name="decision" value="deny">Deny</button></div></form>`
  );
}
