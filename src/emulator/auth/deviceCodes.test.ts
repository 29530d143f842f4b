import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.js';
import { emulatorCall, signedInEmulator } from '../emulatorCall.js';

const body = { clientID: 'tv-app' };

async function startedDevice() {
  const signedIn = await signedInEmulator();
  const started = await signedIn.call('POST /auth/device-codes', { body });
  const poll = () => signedIn.call(`POST /auth/device-codes/${started.body['deviceCode']}/poll`);
  return { ...signedIn, device: started.body, userCode: String(started.body['userCode']), poll };
}

/** Decodes the PNGs of `squarePng`. */
function pixelsOf(png: Uint8Array): boolean[][] {
  const view = new DataView(png.buffer, png.byteOffset);
  const size = view.getUint32(16);
  expect(view.getUint32(20)).toBe(size);
  const rows = inflateSync(png.subarray(41, 41 + view.getUint32(33)));
  const rowBytes = rows.length / size;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => (rows[y * rowBytes + 1 + (x >> 3)]! & (0x80 >> (x & 7))) === 0),
  );
}

describe('device codes', () => {
  it('are issued with a user code, a QR code and a lifetime of ten minutes, in milliseconds', async () => {
    const { device } = await startedDevice();
    expect(device).toEqual({
      deviceCode: expect.stringMatching(/^dvc_[0-9a-z]+$/),
      userCode: expect.stringMatching(/^[0-9]{4}$/),
      authQRCode: expect.stringMatching(/^data:image\/png;base64,/),
      expiresIn: 600_000,
    });
  });

  it.each([100, 300, 1000])('have a QR code of %i pixels that contains the activation URL', async (size) => {
    const emulator = createEmulator({ catalog: [], seed: 'qr' });
    const json = await emulatorCall(emulator, `POST /auth/device-codes?size=${size}`, { body });
    const png = Uint8Array.from(atob(String(json.body['authQRCode']).split(',')[1]!), (char) => char.charCodeAt(0));
    const pixels = pixelsOf(png);
    const url = `https://api.discovr.media/activate?userCode=${json.body['userCode']}`;
    const code = encode(url, { ecc: 'M', border: 4 });
    expect(pixels).toHaveLength(size);
    const scale = Math.floor(size / code.size);
    const margin = Math.floor((size - scale * code.size) / 2);
    const drawn = code.data.map((row, y) =>
      row.map((_, x) => pixels[margin + y * scale + (scale >> 1)]![margin + x * scale + (scale >> 1)]),
    );
    expect(drawn).toEqual(code.data);
  });

  it('are issued as a PNG with format=image', async () => {
    const { fetch } = createEmulator({ catalog: [] });
    const init = { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch('https://api.discovr.media/auth/device-codes?format=image&size=600', init);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(pixelsOf(new Uint8Array(await response.arrayBuffer()))).toHaveLength(600);
  });

  it.each([
    ['?size=99', body, ['size']],
    ['?size=1001', body, ['size']],
    ['?size=big', body, ['size']],
    ['?format=gif', body, ['format']],
    ['?color=red', body, ['color']],
    ['', {}, ['clientID']],
    ['', { clientId: 'tv-app', clientID: 'tv-app' }, ['clientId']],
  ])('are not issued for the query "%s" and the body %j', async (query, payload, path) => {
    const response = await emulatorCall(createEmulator(), `POST /auth/device-codes${query}`, { body: payload });
    expect(response.status).toBe(400);
    expect(response.body['issues']).toEqual([{ path, message: expect.any(String) }]);
  });

  it('are pending until they are approved, and then sign in one device', async () => {
    const { control, userCode, poll, call } = await startedDevice();
    expect((await poll()).body).toEqual({ status: 'pending' });
    control.approveDevice(userCode);
    const { body: grant } = await poll();
    expect(grant).toEqual({
      refreshToken: expect.stringMatching(/^rt_/),
      publicId: expect.any(String),
      expiresAt: expect.any(Number),
    });
    expect((await call('GET /profiles', { token: String(grant['refreshToken']) })).status).toBe(200);
    expect((await poll()).status).toBe(401);
  });

  it('are rejected with 401 when denied, expired or unknown', async () => {
    const denied = await startedDevice();
    denied.control.denyDevice(denied.userCode);
    expect(await denied.poll()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
    const late = await startedDevice();
    late.passTime(600_000);
    expect(await late.poll()).toMatchObject({ status: 401, body: { code: 'TOKEN_EXPIRED' } });
    expect(() => late.control.approveDevice(late.userCode)).toThrow(/No waiting device/);
    expect(await late.call('POST /auth/device-codes/dvc_none/poll')).toMatchObject({ status: 401 });
  });

  it('keep the first decision', async () => {
    const denied = await startedDevice();
    denied.control.denyDevice(denied.userCode);
    expect(() => denied.control.approveDevice(denied.userCode)).toThrow(/No waiting device/);
    expect(await denied.poll()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
    const approved = await startedDevice();
    approved.control.approveDevice(approved.userCode);
    expect(() => approved.control.denyDevice(approved.userCode)).toThrow(/No waiting device/);
    expect((await approved.poll()).body).toHaveProperty('refreshToken');
  });
});
