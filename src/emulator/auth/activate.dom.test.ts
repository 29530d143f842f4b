import { describe, expect, it } from 'vitest';
import { signedInEmulator } from '../emulatorCall.js';
import { emulatorPage, filledForm } from '../emulatorPage.js';

async function waitingDevice() {
  const signedIn = await signedInEmulator();
  const { body } = await signedIn.call('POST /auth/device-codes', { body: { clientID: 'tv-app' } });
  return {
    ...signedIn,
    userCode: String(body['userCode']),
    poll: () => signedIn.call(`POST /auth/device-codes/${body['deviceCode']}/poll`),
    open: (path: string, form?: Readonly<Record<string, string>>) => emulatorPage(signedIn.emulator, path, form),
  };
}

describe('the activation page', () => {
  it('shows the user code from the URL in a labeled field', async () => {
    const { open, userCode } = await waitingDevice();
    const { status, headers, document } = await open(`/activate?userCode=${userCode}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(document.documentElement.lang).toBe('en');
    expect(document.querySelector('h1')?.textContent).toBe('Sign in a device');
    const field = document.querySelector('label')?.control;
    expect(field).toBeInstanceOf(HTMLInputElement);
    expect(field).toHaveProperty('value', userCode);
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Approve', 'Deny']);
  });

  it('signs in the device on Approve', async () => {
    const { open, userCode, poll } = await waitingDevice();
    const { document } = await open(`/activate?userCode=${userCode}`);
    const response = await open('/activate', filledForm(document, 'Approve'));
    expect([response.status, response.document.querySelector('h1')?.textContent]).toEqual([
      200,
      'Your device is signed in',
    ]);
    expect((await poll()).body).toHaveProperty('refreshToken');
  });

  it('rejects the device on Deny', async () => {
    const { open, userCode, poll } = await waitingDevice();
    const { document } = await open(`/activate?userCode=${userCode}`);
    const response = await open('/activate', filledForm(document, 'Deny'));
    expect(response.document.querySelector('h1')?.textContent).toBe('The device was denied');
    expect(await poll()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
  });

  it('keeps a device denied when it is approved afterwards', async () => {
    const { open, userCode, poll } = await waitingDevice();
    await open('/activate', { userCode, decision: 'deny' });
    expect((await open('/activate', { userCode, decision: 'approve' })).status).toBe(404);
    expect(await poll()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
  });

  it('accepts a typed code with spaces', async () => {
    const { open, userCode, poll } = await waitingDevice();
    const { document } = await open('/activate');
    expect(document.querySelector('input')?.value).toBe('');
    await open('/activate', { userCode: ` ${userCode.slice(0, 2)} ${userCode.slice(2)} `, decision: 'approve' });
    expect((await poll()).body).toHaveProperty('refreshToken');
  });

  it('shows an error and the form again when no waiting device has the code', async () => {
    const { open, userCode, passTime } = await waitingDevice();
    const unknown = await open('/activate', { userCode: 'none', decision: 'approve' });
    expect(unknown.status).toBe(404);
    expect(unknown.document.querySelector('h1')?.textContent).toBe('This code is unknown or has expired');
    expect(filledForm(unknown.document, 'Approve')).toEqual({ userCode: 'none', decision: 'approve' });
    passTime(600_000);
    expect((await open('/activate', { userCode, decision: 'approve' })).status).toBe(404);
  });

  it('ignores a form without a valid decision', async () => {
    const { open, userCode, poll } = await waitingDevice();
    for (const form of [{ userCode }, { userCode, decision: 'perhaps' }]) await open('/activate', form);
    expect((await poll()).body).toEqual({ status: 'pending' });
  });

  it('shows markup in a code as text and runs no script', async () => {
    const { open } = await waitingDevice();
    const userCode = `"><script>alert('1')</script>&amp;`;
    for (const page of [
      await open(`/activate?${new URLSearchParams({ userCode })}`),
      await open('/activate', { userCode, decision: 'approve' }),
    ]) {
      expect(page.document.querySelector('script')).toBeNull();
      expect(page.document.querySelector('input')?.value).toBe(userCode);
      expect(page.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      );
      expect(page.headers.get('referrer-policy')).toBe('same-origin');
    }
  });
});
