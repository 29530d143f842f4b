import { escapeMarkup } from '../http/escapeMarkup.js';
import { htmlPage } from '../http/htmlPage.js';

/** Asks a person about the device that shows a code; the code can be corrected. */
export function activatePage(userCode: string): Response {
  return htmlPage({
    title: 'Sign in a device',
    content: `<p>Check that this is the code your device shows.</p>${codeForm(userCode)}`,
  });
}

/** Tells that the device was signed in or denied. */
export function decidedPage(decision: 'approved' | 'denied'): Response {
  return decision === 'approved'
    ? htmlPage({ title: 'Your device is signed in', content: donePassage('It carries on by itself within seconds.') })
    : htmlPage({ title: 'The device was denied', content: donePassage('It stays signed out.') });
}

/** Tells that no device waits with the code, and asks again. */
export function unknownCodePage(userCode: string): Response {
  return htmlPage({
    title: 'This code is unknown or has expired',
    status: 404,
    content: `<p role="alert">Compare it with your device, or let the device show a new one.</p>${codeForm(userCode)}`,
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
