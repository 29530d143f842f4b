import { describe, expect, test } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { deviceCodeResponseSchema } from '../api/device.js';

describe('DiscovrClient.signInWithDeviceCode', () => {
  test('returns a code to show, and leaves the user signed out until the code is approved', async () => {
    const { client, control } = clientOnEmulator({ session: 'signedOut' });
    const signIn = await client.signInWithDeviceCode();
    expect(signIn).toMatchObject({ userCode: expect.stringMatching(/^\d{4}$/), state: { status: 'waiting' } });
    expect(control.count('POST /auth/device-codes')).toBe(1);
    expect(client.isSignedIn()).toBe(false);
    signIn.cancel();
  });

  test('requests a QR image of the given size', async () => {
    const { client, sent } = clientOnEmulator({ session: 'signedOut' });
    (await client.signInWithDeviceCode({ qrSize: 600 })).cancel();
    expect(sent.map(({ request }) => request)).toEqual(['POST /auth/device-codes?size=600']);
  });

  test('is canceled when the client is disposed', async () => {
    const { client } = clientOnEmulator({ session: 'signedOut' });
    const signIn = await client.signInWithDeviceCode();
    client.dispose();
    expect(signIn.state.status).toBe('cancelled');
  });
});

test('pollDeviceCode returns pending, then a credential after approval, without signing in', async () => {
  const { client, control, emulator } = clientOnEmulator({ session: 'signedOut' });
  const request = { method: 'POST', body: JSON.stringify({ clientID: client.clientId }) };
  const response = await emulator.fetch('https://api.discovr.media/auth/device-codes', request);
  const { deviceCode, userCode } = deviceCodeResponseSchema.parse(await response.json());
  expect(await client.pollDeviceCode(deviceCode)).toEqual({ status: 'pending' });
  control.approveDevice(userCode);
  const approved = await client.pollDeviceCode(deviceCode);
  expect(approved).toEqual({
    refreshToken: expect.stringMatching(/^rt_/),
    publicId: expect.any(String),
    expiresAt: expect.any(Number),
  });
  expect(client.isSignedIn()).toBe(false);
});
