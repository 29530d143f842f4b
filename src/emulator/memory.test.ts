import { describe, expect, it } from 'vitest';
import { decideAuthorization } from './auth/authorization.js';
import { decideDevice, pollDeviceCode, requestDeviceCode } from './auth/deviceCodes.js';
import { signedInEmulator } from './emulatorCall.js';
import { createEmulatorState } from './createEmulator.js';

const authorizationRequest = {
  client_id: 'my-app',
  redirect_uri: 'https://app.example/back',
  state: 'xyz',
  code_challenge: 'c'.repeat(43),
  code_challenge_method: 'S256',
  response_mode: 'query',
} as const;

function stateWithClock() {
  let now = Date.parse('2026-03-01T12:00:00Z');
  const state = createEmulatorState({ now: () => now, catalog: [] });
  return { state, passTime: (milliseconds: number) => (now += milliseconds) };
}

/** Returns the CPU time that issuing device codes takes, in milliseconds. The load of the machine hardly affects it. */
function costOf(deviceCodes: number): number {
  const runs = [1, 2, 3].map(() => {
    const { state } = stateWithClock();
    const start = process.cpuUsage();
    for (let count = 0; count < deviceCodes; count += 1) requestDeviceCode(state);
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...runs);
}

describe('a long-running emulator', () => {
  it('issues device codes in constant time when many devices wait', () => {
    const ratio = () => costOf(8000) / costOf(2000);
    // One of several, because other work can slow a run down. The ratio would be 16 if the time were quadratic.
    expect([1, 2, 3, 4].some(() => ratio() < 10)).toBe(true);
  });

  it('issues unique user codes to waiting devices, and drops the oldest device when all codes are taken', () => {
    const { state } = stateWithClock();
    const codes = Array.from({ length: 20_000 }, () => requestDeviceCode(state));
    expect(state.deviceCodes.size).toBe(10_000);
    expect(new Set(codes.slice(-10_000).map(({ userCode }) => userCode)).size).toBe(10_000);
    const newest = codes.at(-1)!;
    decideDevice(state, newest.userCode, 'approved');
    expect(pollDeviceCode(state, newest.deviceCode)).toHaveProperty('refreshToken');
    expect(() => pollDeviceCode(state, codes[0]!.deviceCode)).toThrow('unknown');
  });

  it('removes expired device codes and authorization codes', () => {
    const { state, passTime } = stateWithClock();
    const fill = () => {
      requestDeviceCode(state);
      decideAuthorization(state, authorizationRequest, 'signIn');
    };
    for (let count = 0; count < 50; count += 1) fill();
    passTime(600_000);
    fill();
    expect([state.deviceCodes.size, state.userCodes.size, state.authorizationCodes.size]).toEqual([1, 1, 1]);
  });

  it('keeps the pages of the last 1,000 sessions', async () => {
    const { call, token, mint } = await signedInEmulator({ catalog: [] });
    const { body: page } = await call('POST /pages', { token });
    for (let count = 0; count < 999; count += 1) await mint();
    expect((await call(`GET /pages/${page['id']}/rows`, { token })).status).toBe(200);
    const { token: latest } = await mint();
    expect((await call(`GET /pages/${page['id']}`, { token: latest })).status).toBe(404);
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_INVALID');
    expect((await call('POST /pages', { token: latest })).status).toBe(200);
  });

  it('rejects an expired session token with TOKEN_EXPIRED even after its session was removed', async () => {
    const { call, token, mint, passTime } = await signedInEmulator({ catalog: [] });
    for (let count = 0; count < 1000; count += 1) await mint();
    passTime(30 * 60_000);
    expect((await call('POST /pages', { token })).body['code']).toBe('TOKEN_EXPIRED');
  });

  it('keeps the last 1,000 requests in its log', async () => {
    const { emulator, control } = await signedInEmulator({ catalog: [] });
    for (let count = 0; count < 1200; count += 1) await emulator.fetch(`/pages/${count}`);
    expect(control.requests).toHaveLength(1000);
    expect([control.requests[0]?.path, control.requests.at(-1)?.path]).toEqual(['/pages/200', '/pages/1199']);
    expect(control.count('GET /pages/:id')).toBe(1000);
  });
});
