import { describe, expect, it } from 'vitest';
import { signedInEmulator } from '../emulatorCall.js';

describe('control.limitRate', () => {
  it('is off by default', async () => {
    const { call } = await signedInEmulator();
    const { body } = await call('POST /auth/device-codes', { body: { clientID: 'tv-app' } });
    const poll = `POST /auth/device-codes/${body['deviceCode']}/poll`;
    expect([(await call(poll)).status, (await call(poll)).status]).toEqual([200, 200]);
  });

  it('rejects a request that arrives too soon, with Retry-After', async () => {
    const { call, control, token, passTime } = await signedInEmulator();
    control.limitRate('POST /pages', { every: 5000 });
    expect((await call('POST /pages', { token })).status).toBe(200);
    passTime(1001);
    const limited = await call('POST /pages', { token });
    expect([limited.status, limited.body]).toEqual([429, { code: 'RATE_LIMITED', message: expect.any(String) }]);
    expect(limited.headers.get('retry-after')).toBe('4');
    expect(limited.headers.get('x-request-id')).toMatch(/^req_/);
    passTime(3999);
    expect((await call('POST /pages', { token })).status).toBe(200);
  });

  it('does not count rejected requests', async () => {
    const { call, control, passTime } = await signedInEmulator();
    control.limitRate('GET /gif-search', { every: 1000 });
    const statuses = [];
    for (let times = 0; times < 5; times += 1) {
      statuses.push((await call('GET /gif-search?q=cat')).status);
      passTime(500);
    }
    expect(statuses).toEqual([200, 429, 200, 429, 200]);
  });

  it('shares one limit among all paths of a route with a placeholder, and does not affect other routes', async () => {
    const { call, control, token } = await signedInEmulator();
    control.limitRate('GET /pages/:id', { every: 1000 });
    const statuses = [];
    for (const route of ['GET /pages/a', 'GET /pages/b', 'POST /pages']) {
      statuses.push((await call(route, { token })).status);
    }
    expect(statuses).toEqual([404, 429, 200]);
  });

  it('limits the polling of one device when the route is the full path with its device code', async () => {
    const { call, control, passTime } = await signedInEmulator();
    const pollPath = async () => {
      const { body } = await call('POST /auth/device-codes', { body: { clientID: 'tv-app' } });
      return `/auth/device-codes/${body['deviceCode']}/poll` as const;
    };
    const [one, other] = [await pollPath(), await pollPath()];
    control.limitRate(`POST ${one}`, { every: 5000 });
    const statuses = [];
    for (const path of [one, one, other, other]) statuses.push((await call(`POST ${path}`)).status);
    passTime(5000);
    statuses.push((await call(`POST ${one}`)).status);
    expect(statuses).toEqual([200, 429, 200, 200, 200]);
  });

  it('replaces an existing limit, and removes it when the interval is 0', async () => {
    const { call, control, passTime } = await signedInEmulator();
    const statusOf = async () => (await call('GET /profile-images')).status;
    control.limitRate('GET /profile-images', { every: 60_000 });
    await statusOf();
    control.limitRate('GET /profile-images', { every: 1000 });
    await statusOf();
    passTime(1000);
    expect([await statusOf(), await statusOf()]).toEqual([200, 429]);
    control.limitRate('GET /profile-images', { every: 0 });
    expect([await statusOf(), await statusOf()]).toEqual([200, 200]);
  });

  it('does not count a request that fails with a network fault', async () => {
    const { call, control, token } = await signedInEmulator();
    control.limitRate('POST /pages', { every: 1000 });
    control.failNext({ kind: 'network' });
    await expect(call('POST /pages', { token })).rejects.toBeInstanceOf(TypeError);
    expect((await call('POST /pages', { token })).status).toBe(200);
  });
});
