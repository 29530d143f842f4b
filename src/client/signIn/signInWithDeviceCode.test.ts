import { describe, expect, test } from 'vitest';
import { clientOnEmulator } from '../../../test/support/clientOnEmulator.js';
import { deviceCodeResponseSchema } from '../../api/schemas/device.js';

describe('signing in by a code', () => {
  test('gives a code to show, and signs nobody in by itself', async () => {
    const { client, control } = clientOnEmulator({ session: 'signedOut' });
    const signIn = await client.signInWithDeviceCode();
    expect(signIn).toMatchObject({ userCode: expect.stringMatching(/^\d{4}$/), state: { status: 'waiting' } });
    expect(control.count('POST /auth/device-codes')).toBe(1);
    expect(client.isSignedIn()).toBe(false);
    signIn.cancel();
  });

  test('asks for a picture of the size that is wanted', async () => {
    const { client, sent } = clientOnEmulator({ session: 'signedOut' });
    (await client.signInWithDeviceCode({ qrSize: 600 })).cancel();
    expect(sent.map(({ request }) => request)).toEqual(['POST /auth/device-codes?size=600']);
  });

  test('ends with the client', async () => {
    const { client } = clientOnEmulator({ session: 'signedOut' });
    const signIn = await client.signInWithDeviceCode();
    client.dispose();
    expect(signIn.state.status).toBe('cancelled');
  });
});

test('a polling loop of one’s own hears that a code waits, then gets a credential, and signs nobody in', async () => {
  const { client, control, emulator } = clientOnEmulator({ session: 'signedOut' });
  const request = { method: 'POST', body: JSON.stringify({ clientID: client.clientId }) };
  const response = await emulator.fetch('https://api.discovr.media/auth/device-codes', request);
  const { deviceCode, userCode } = deviceCodeResponseSchema.parse(await response.json());
  expect(await client.pollDeviceCode(deviceCode)).toEqual({ status: 'pending' });
  control.approveDevice(userCode);
  const answer = await client.pollDeviceCode(deviceCode);
  expect(answer).toEqual({
    refreshToken: expect.stringMatching(/^rt_/),
    publicId: expect.any(String),
    expiresAt: expect.any(Number),
  });
  expect(client.isSignedIn()).toBe(false);
});
