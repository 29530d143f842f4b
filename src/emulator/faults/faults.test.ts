import { describe, expect, it } from 'vitest';
import { idle, watch } from '../../../test/support/promises.js';
import { signedInEmulator } from '../emulatorCall.js';

describe('control.failNext', () => {
  it('sends the given status, code, issues and Retry-After', async () => {
    const { call, control, token } = await signedInEmulator();
    const issues = [{ path: ['pageFilters', 'genres'], message: 'Unknown genre.' }];
    control.failNext({ kind: 'status', status: 422, code: 'VALIDATION_FAILED', message: 'No.', issues });
    control.failNext({ kind: 'status', status: 429, retryAfter: 2 });
    const rejected = await call('POST /pages', { token });
    expect([rejected.status, rejected.body]).toEqual([422, { code: 'VALIDATION_FAILED', message: 'No.', issues }]);
    const limited = await call('POST /pages', { token });
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2']);
    expect(limited.body['code']).toBe('RATE_LIMITED');
    expect((await call('POST /pages', { token })).status).toBe(200);
  });

  it.each([
    [401, 'TOKEN_INVALID'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [408, undefined],
    [410, undefined],
    [413, 'PAYLOAD_TOO_LARGE'],
    [422, 'VALIDATION_FAILED'],
    [500, 'SERVER_ERROR'],
    [503, 'SERVER_ERROR'],
  ])('sends status %i with the code %s by default', async (status, code) => {
    const { call, control } = await signedInEmulator();
    control.failNext({ kind: 'status', status });
    const response = await call('POST /pages');
    expect([response.status, response.body['code']]).toEqual([status, code]);
  });

  it('applies to the given number of requests on the given route', async () => {
    const { call, control, token } = await signedInEmulator();
    control.failNext({ kind: 'status', status: 503 }, { times: 2, route: 'GET /pages/:id' });
    const statuses = [];
    for (const route of ['POST /pages', 'GET /pages/a', 'POST /pages', 'GET /pages/b', 'GET /pages/c']) {
      statuses.push((await call(route, { token })).status);
    }
    expect(statuses).toEqual([200, 503, 200, 503, 404]);
  });

  it('is undone by control.clearFaults()', async () => {
    const { call, control, token } = await signedInEmulator();
    control.failNext({ kind: 'network' }, { times: Infinity });
    control.clearFaults();
    expect((await call('POST /pages', { token })).status).toBe(200);
  });

  it('does not affect other emulators', async () => {
    const one = await signedInEmulator();
    const other = await signedInEmulator();
    one.control.failNext({ kind: 'network' });
    expect((await other.call('POST /pages', { token: other.token })).status).toBe(200);
  });

  it('rejects a request with the fault "network"', async () => {
    const { call, control, token } = await signedInEmulator();
    control.failNext({ kind: 'network' });
    await expect(call('POST /pages', { token })).rejects.toBeInstanceOf(TypeError);
    expect(control.requests.at(-1)).toEqual({ method: 'POST', path: '/pages' });
  });

  it('handles a request but drops its response with afterHandling', async () => {
    const { call, control, refreshToken: token } = await signedInEmulator({ profiles: [{ name: 'Alex' }] });
    control.failNext({ kind: 'network', afterHandling: true });
    const body = { name: 'Kim', avatarUrl: 'https://images.example/kim.png' };
    await expect(call('POST /profiles', { token, body })).rejects.toBeInstanceOf(TypeError);
    expect(control.profiles().map(({ name }) => name)).toEqual(['Kim', 'Alex']);
  });

  it('truncates the JSON of a response with the fault "malformed"', async () => {
    const { emulator, control, token } = await signedInEmulator();
    control.failNext({ kind: 'malformed' });
    const headers = { authorization: `Bearer ${token}` };
    const response = await emulator.fetch('https://api.discovr.media/pages', { method: 'POST', headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    await expect(response.json()).rejects.toBeInstanceOf(SyntaxError);
  });

  it('sends a web page with the fault "html"', async () => {
    const { emulator, control } = await signedInEmulator();
    control.failNext({ kind: 'html' });
    const response = await emulator.fetch('https://api.discovr.media/profiles');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  it('sends the given JSON with the fault "body"', async () => {
    const { call, control } = await signedInEmulator();
    control.failNext({ kind: 'body', body: { id: 7 } });
    control.failNext({ kind: 'body', body: null, status: 500 });
    expect(await call('POST /pages')).toMatchObject({ status: 200, body: { id: 7 } });
    expect(await call('POST /pages')).toMatchObject({ status: 500, body: null });
  });

  it.each([{ kind: 'body', body: null, status: 204 } as const, { kind: 'status', status: 204 } as const])(
    'sends no body with a status that allows none: %j',
    async (fault) => {
      const { emulator, control } = await signedInEmulator();
      control.failNext(fault);
      const response = await emulator.fetch('https://api.discovr.media/profiles');
      expect([response.status, response.body]).toEqual([204, null]);
    },
  );

  it('sends only half of a body with the fault "stall", and rejects when the request is aborted', async () => {
    const { emulator, control, token } = await signedInEmulator();
    control.failNext({ kind: 'stall' });
    const controller = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    const init = { method: 'POST', headers, signal: controller.signal };
    const response = await emulator.fetch('https://api.discovr.media/pages', init);
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toMatch(/^\{"id":"page_/);
    const rest = reader.read();
    const watched = watch(rest);
    await idle();
    expect(watched.status).toBe('pending');
    controller.abort();
    await expect(rest).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('sends no response with the fault "hang", and rejects when the request is aborted', async () => {
    const { emulator, control } = await signedInEmulator();
    control.failNext({ kind: 'hang' });
    const controller = new AbortController();
    const request = emulator.fetch('https://api.discovr.media/profiles', { signal: controller.signal });
    const watched = watch(request);
    await idle();
    expect(watched.status).toBe('pending');
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('control.setOffline() makes all requests reject until the connection is switched on again', async () => {
  const { call, control, token } = await signedInEmulator();
  control.setOffline(true);
  await expect(call('POST /pages', { token })).rejects.toBeInstanceOf(TypeError);
  await expect(call('POST /pages', { token })).rejects.toBeInstanceOf(TypeError);
  control.setOffline(false);
  expect((await call('POST /pages', { token })).status).toBe(200);
});
