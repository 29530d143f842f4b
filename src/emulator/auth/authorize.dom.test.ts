import { describe, expect, it } from 'vitest';
import { signedInEmulator } from '../emulatorCall.js';
import { emulatorPage, filledForm } from '../emulatorPage.js';

const request = {
  client_id: 'my-app',
  redirect_uri: 'https://app.example/back?from=discovr',
  state: 'xyz',
  code_challenge: 'c'.repeat(43),
  code_challenge_method: 'S256',
};

const pathOf = (parameters: Readonly<Record<string, string>>) => `/authorize?${new URLSearchParams(parameters)}`;

/** Opens the sign-in page and clicks a button on it. */
async function clicked(button: string, parameters: Readonly<Record<string, string>> = request) {
  const signedIn = await signedInEmulator();
  const { document } = await emulatorPage(signedIn.emulator, pathOf(parameters));
  const response = await emulatorPage(signedIn.emulator, '/authorize', filledForm(document, button));
  return { ...signedIn, response };
}

/** Runs the script of a page as a popup would. */
function runScript(document: Document, opener?: { postMessage: (...args: unknown[]) => void }): string[] {
  const calls: string[] = [];
  const window = { opener, close: () => calls.push('close') };
  // The test acts as the browser, which runs the script of the page.
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval
  new Function('window', document.querySelector('script')!.textContent)(window);
  return calls;
}

describe('the sign-in page', () => {
  it('names the app and the redirect origin, and offers Sign in and Cancel', async () => {
    const { emulator } = await signedInEmulator();
    const { status, headers, document } = await emulatorPage(emulator, pathOf(request));
    expect(status).toBe(200);
    expect(document.querySelector('main')?.textContent).toMatch(/my-app.*https:\/\/app\.example\./);
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
      'Sign in',
      'Cancel',
    ]);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' https://app.example; frame-ancestors 'none'",
    );
  });

  it.each([
    ['http://localhost:5173/', 'http://localhost:5173'],
    ['http://127.0.0.1/x', 'http://127.0.0.1'],
    // A content security policy cannot contain an IPv6 address.
    ['http://[::1]:5173/x', 'http:'],
  ])('allows its form to redirect to %s', async (redirectUri, source) => {
    const { emulator } = await signedInEmulator();
    const { status, headers } = await emulatorPage(emulator, pathOf({ ...request, redirect_uri: redirectUri }));
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')?.split('; ')).toContain(`form-action 'self' ${source}`);
  });

  it('shows markup in a request as text', async () => {
    const { emulator } = await signedInEmulator();
    const state = `"><script>alert('1')</script>`;
    const { document } = await emulatorPage(emulator, pathOf({ ...request, client_id: '<b>app</b>', state }));
    expect(document.querySelector('script, b')).toBeNull();
    expect(filledForm(document, 'Sign in')).toMatchObject({ client_id: '<b>app</b>', state });
  });

  it.each([
    ['redirect_uri', 'http://app.example/back'],
    ['redirect_uri', 'javascript:alert(1)'],
    ['redirect_uri', 'http://localhost.example/'],
    ['redirect_uri', 'https://app.example/#fragment'],
    ['redirect_uri', '/back'],
    ['client_id', ''],
    ['state', ''],
    ['state', 'two\nlines'],
    ['code_challenge', 'short'],
    ['code_challenge_method', 'plain'],
    ['response_mode', 'fragment'],
    ['scope', 'all'],
  ])('rejects %s=%j with a page that names the parameter', async (name, value) => {
    const { emulator, control } = await signedInEmulator();
    const path = pathOf({ ...request, [name]: value });
    const { status, document } = await emulatorPage(emulator, path);
    expect([status, document.querySelector('li strong')?.textContent]).toEqual([400, name]);
    expect(document.querySelector('form')).toBeNull();
    expect(() => control.authorize(`https://api.discovr.media${path}`)).toThrow(`${name}: `);
  });

  it('rejects a form whose redirect URI was changed', async () => {
    const { emulator } = await signedInEmulator();
    const form = { ...request, redirect_uri: 'http://elsewhere.example/', decision: 'sign_in' };
    expect((await emulatorPage(emulator, '/authorize', form)).status).toBe(400);
  });
});

describe('submitting the sign-in page', () => {
  it('redirects to the app with a code and its state', async () => {
    const { response } = await clicked('Sign in');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(
      /^https:\/\/app\.example\/back\?from=discovr&code=[0-9a-f]{48}&state=xyz$/,
    );
  });

  it('redirects with an error on Cancel', async () => {
    const { response } = await clicked('Cancel');
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'https://app.example/back?from=discovr&error=access_denied&state=xyz',
    ]);
  });

  it.each([
    ['Sign in', { code: expect.stringMatching(/^[0-9a-f]{48}$/) }],
    ['Cancel', { error: 'access_denied' }],
  ])('posts a message only to the origin of the app when the user clicks %s', async (button, result) => {
    const state = '</script><script>';
    const { response } = await clicked(button, { ...request, state, response_mode: 'web_message' });
    const messages: unknown[] = [];
    const calls = runScript(response.document, { postMessage: (...args) => messages.push(args) });
    expect(messages).toEqual([[{ type: 'discovr:authorization', ...result, state }, 'https://app.example']]);
    expect(calls).toEqual(['close']);
    const nonce = response.document.querySelector('script')?.nonce;
    expect(response.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}'`);
    expect(response.document.querySelectorAll('script')).toHaveLength(1);
  });

  it('closes the popup without a message when there is no opener', async () => {
    const { response } = await clicked('Sign in', { ...request, response_mode: 'web_message' });
    expect(runScript(response.document)).toEqual(['close']);
  });
});
