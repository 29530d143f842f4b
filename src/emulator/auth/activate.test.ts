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

describe('the page behind the QR code', () => {
  it('shows the code of the address in a field with a label', async () => {
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

  it('signs the device in with Approve', async () => {
    const { open, userCode, poll } = await waitingDevice();
    const { document } = await open(`/activate?userCode=${userCode}`);
    const answer = await open('/activate', filledForm(document, 'Approve'));
    expect([answer.status, answer.document.querySelector('h1')?.textContent]).toEqual([
      200,
      'Your device is signed in',
    ]);
    expect((await poll()).body).toHaveProperty('refreshToken');
  });

  it('turns the device away with Deny', async () => {
    const { open, userCode, poll } = await waitingDevice();
    const { document } = await open(`/activate?userCode=${userCode}`);
    const answer = await open('/activate', filledForm(document, 'Deny'));
    expect(answer.document.querySelector('h1')?.textContent).toBe('The device was denied');
    expect(await poll()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
  });

  it('takes a code that was typed, with spaces in it', async () => {
    const { open, userCode, poll } = await waitingDevice();
    const { document } = await open('/activate');
    expect(document.querySelector('input')?.value).toBe('');
    await open('/activate', { userCode: ` ${userCode.slice(0, 2)} ${userCode.slice(2)} `, decision: 'approve' });
    expect((await poll()).body).toHaveProperty('refreshToken');
  });

  it('says when no device waits with the code, and lets it be corrected', async () => {
    const { open, userCode, passTime } = await waitingDevice();
    const unknown = await open('/activate', { userCode: 'none', decision: 'approve' });
    expect(unknown.status).toBe(404);
    expect(unknown.document.querySelector('h1')?.textContent).toBe('This code is unknown or has expired');
    expect(filledForm(unknown.document, 'Approve')).toEqual({ userCode: 'none', decision: 'approve' });
    passTime(600_000);
    expect((await open('/activate', { userCode, decision: 'approve' })).status).toBe(404);
  });

  it('decides nothing without a decision', async () => {
    const { open, userCode, poll } = await waitingDevice();
    for (const form of [{ userCode }, { userCode, decision: 'perhaps' }]) await open('/activate', form);
    expect((await poll()).body).toEqual({ status: 'pending' });
  });

  it('shows markup in a code as text, and lets no script run', async () => {
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
