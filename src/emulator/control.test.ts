import { describe, expect, it } from 'vitest';
import { signedInEmulator } from './emulatorCall.js';

const request = {
  client_id: 'my-app',
  redirect_uri: 'https://app.example/back?from=discovr',
  state: 'xyz',
  code_challenge: 'c'.repeat(43),
  code_challenge_method: 'S256',
};

describe('control.authorize', () => {
  it('gives back what the app would receive, in both forms', async () => {
    const { control } = await signedInEmulator();
    const address = new URL(`https://api.discovr.media/authorize?${new URLSearchParams(request)}`);
    const { callbackUrl, message } = control.authorize(address);
    expect(message).toEqual({ type: 'discovr:authorization', code: expect.any(String), state: 'xyz' });
    expect(new URL(callbackUrl).searchParams.get('code')).toBe('code' in message && message.code);
    expect(control.authorize(address, 'cancel').message).toEqual({
      type: 'discovr:authorization',
      error: 'access_denied',
      state: 'xyz',
    });
  });

  it('says where a sign-in begins when given another address', async () => {
    const { control } = await signedInEmulator();
    expect(() => control.authorize('https://api.discovr.media/login')).toThrow('begins at /authorize, not at /login');
  });
});
