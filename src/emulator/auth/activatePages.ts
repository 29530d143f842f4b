import { escapeMarkup } from '../http/escapeMarkup.js';
import { htmlPage } from '../http/htmlPage.js';

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
