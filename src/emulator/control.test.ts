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
  it('returns the callback URL and the message that the app would receive', async () => {
    const { control } = await signedInEmulator();
    const url = new URL(`https://api.discovr.media/authorize?${new URLSearchParams(request)}`);
    const { callbackUrl, message } = control.authorize(url);
    expect(message).toEqual({ type: 'discovr:authorization', code: expect.any(String), state: 'xyz' });
    expect(new URL(callbackUrl).searchParams.get('code')).toBe('code' in message && message.code);
    expect(control.authorize(url, 'cancel').message).toEqual({
      type: 'discovr:authorization',
      error: 'access_denied',
      state: 'xyz',
    });
  });

  it('throws for a URL whose path is not /authorize', async () => {
    const { control } = await signedInEmulator();
    expect(() => control.authorize('https://api.discovr.media/login')).toThrow('starts at /authorize, not at /login');
  });
});
