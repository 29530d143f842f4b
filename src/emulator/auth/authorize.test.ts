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

const addressOf = (parameters: Readonly<Record<string, string>>) => `/authorize?${new URLSearchParams(parameters)}`;

/** Opens the page and presses a button on it. */
async function pressed(button: string, parameters: Readonly<Record<string, string>> = request) {
  const signedIn = await signedInEmulator();
  const { document } = await emulatorPage(signedIn.emulator, addressOf(parameters));
  const answer = await emulatorPage(signedIn.emulator, '/authorize', filledForm(document, button));
  return { ...signedIn, answer };
}

/** Runs the script of an answer as its window would. */
function runScript(document: Document, opener?: { postMessage: (...args: unknown[]) => void }): string[] {
  const calls: string[] = [];
  const window = { opener, close: () => calls.push('close') };
  // The test plays the browser, which runs what the page brings.
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval
  new Function('window', document.querySelector('script')!.textContent)(window);
  return calls;
}

describe('the sign-in page', () => {
  it('says which app asks and where it leads, and asks for a decision', async () => {
    const { emulator } = await signedInEmulator();
    const { status, headers, document } = await emulatorPage(emulator, addressOf(request));
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
    // No policy can name an IPv6 address.
    ['http://[::1]:5173/x', 'http:'],
  ])('lets its form lead to %s', async (redirectUri, source) => {
    const { emulator } = await signedInEmulator();
    const { status, headers } = await emulatorPage(emulator, addressOf({ ...request, redirect_uri: redirectUri }));
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')?.split('; ')).toContain(`form-action 'self' ${source}`);
  });

  it('shows markup in a request as text', async () => {
    const { emulator } = await signedInEmulator();
    const state = `"><script>alert('1')</script>`;
    const { document } = await emulatorPage(emulator, addressOf({ ...request, client_id: '<b>app</b>', state }));
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
  ])('refuses %s=%j with a page that names it', async (name, value) => {
    const { emulator, control } = await signedInEmulator();
    const address = addressOf({ ...request, [name]: value });
    const { status, document } = await emulatorPage(emulator, address);
    expect([status, document.querySelector('li strong')?.textContent]).toEqual([400, name]);
    expect(document.querySelector('form')).toBeNull();
    expect(() => control.authorize(`https://api.discovr.media${address}`)).toThrow(`${name}: `);
  });

  it('refuses a form that was tampered with', async () => {
    const { emulator } = await signedInEmulator();
    const form = { ...request, redirect_uri: 'http://elsewhere.example/', decision: 'sign_in' };
    expect((await emulatorPage(emulator, '/authorize', form)).status).toBe(400);
  });
});

describe('the answer of the sign-in page', () => {
  it('redirects to the app with a code and its state', async () => {
    const { answer } = await pressed('Sign in');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(
      /^https:\/\/app\.example\/back\?from=discovr&code=[0-9a-f]{48}&state=xyz$/,
    );
  });

  it('redirects with an error when cancelled', async () => {
    const { answer } = await pressed('Cancel');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      'https://app.example/back?from=discovr&error=access_denied&state=xyz',
    ]);
  });

  it.each([
    ['Sign in', { code: expect.stringMatching(/^[0-9a-f]{48}$/) }],
    ['Cancel', { error: 'access_denied' }],
  ])('posts a message to the opener, to its origin alone, after %s', async (button, result) => {
    const state = '</script><script>';
    const { answer } = await pressed(button, { ...request, state, response_mode: 'web_message' });
    const messages: unknown[] = [];
    const calls = runScript(answer.document, { postMessage: (...args) => messages.push(args) });
    expect(messages).toEqual([[{ type: 'discovr:authorization', ...result, state }, 'https://app.example']]);
    expect(calls).toEqual(['close']);
    const nonce = answer.document.querySelector('script')?.nonce;
    expect(answer.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}'`);
    expect(answer.document.querySelectorAll('script')).toHaveLength(1);
  });

  it('does no harm where nothing opened the window', async () => {
    const { answer } = await pressed('Sign in', { ...request, response_mode: 'web_message' });
    expect(runScript(answer.document)).toEqual(['close']);
  });
});
