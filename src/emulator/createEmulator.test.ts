import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEmulator } from './createEmulator.js';
import { signedInEmulator } from './emulatorCall.js';

const url = 'https://api.discovr.media/profiles';

afterEach(() => vi.useRealTimers());

describe('the emulator’s fetch', () => {
  it('accepts a string, a URL or a Request with any origin', async () => {
    const { emulator, refreshToken } = await signedInEmulator();
    const headers = { authorization: `Bearer ${refreshToken}` };
    const responses = await Promise.all([
      emulator.fetch('http://localhost:4010/profiles', { headers }),
      emulator.fetch(new URL(url), { headers }),
      emulator.fetch(new Request(url, { headers })),
      emulator.fetch('/profiles', { headers }),
    ]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('passes on the body of a Request', async () => {
    const { emulator, refreshToken, profileId } = await signedInEmulator();
    const request = new Request('https://api.discovr.media/auth/session-token', {
      method: 'POST',
      headers: { authorization: `Bearer ${refreshToken}` },
      body: JSON.stringify({ profileId }),
    });
    expect((await emulator.fetch(request)).status).toBe(200);
  });

  it('responds with 404 for an unknown endpoint', async () => {
    const response = await createEmulator().fetch('https://api.discovr.media/nowhere');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('rejects with a TypeError for an invalid request', async () => {
    await expect(createEmulator().fetch(url, { method: 'GET', body: 'x' })).rejects.toBeInstanceOf(TypeError);
  });

  it('delays requests by `latencyMs`, or by the value passed to setLatency() later', async () => {
    vi.useFakeTimers();
    const { fetch, control } = createEmulator({ latencyMs: 200 });
    const settled = vi.fn();
    void fetch(url).then(settled);
    await vi.advanceTimersByTimeAsync(199);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledOnce();
    control.setLatency(0);
    expect((await fetch(url)).status).toBe(401);
  });
});

describe('an aborted request', () => {
  it('rejects and is not logged when its signal was aborted before the call', async () => {
    const { fetch, control } = createEmulator();
    const signal = AbortSignal.abort();
    await expect(fetch(url, { signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(control.requests).toEqual([]);
  });

  it("rejects immediately with the signal's reason during the latency", async () => {
    vi.useFakeTimers();
    const { fetch, control } = createEmulator({ latencyMs: 60_000 });
    const controller = new AbortController();
    const reason = new Error('superseded');
    const request = fetch(url, { signal: controller.signal });
    controller.abort(reason);
    await expect(request).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
    expect(control.requests).toEqual([{ method: 'GET', path: '/profiles' }]);
  });

  it('rejects immediately during handling', async () => {
    const { fetch } = createEmulator();
    const controller = new AbortController();
    const request = fetch(url, { signal: controller.signal });
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('rejects when the signal of a Request aborts', async () => {
    const { fetch } = createEmulator({ latencyMs: 60_000 });
    const controller = new AbortController();
    const request = fetch(new Request(url, { signal: controller.signal }));
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('keeps a response that arrived before the abort', async () => {
    const { fetch } = createEmulator();
    const controller = new AbortController();
    const response = await fetch(url, { signal: controller.signal });
    controller.abort();
    expect(await response.json()).toMatchObject({ code: 'TOKEN_INVALID' });
  });
});

describe('the request log', () => {
  it('contains method, path and status, and counts requests by route', async () => {
    const { call, control, token } = await signedInEmulator();
    const { body } = await call('POST /pages', { token });
    await call(`GET /pages/${body['id']}?x=1`, { token });
    await call('GET /pages/page_none', { token });
    expect(control.requests.slice(1)).toEqual([
      { method: 'POST', path: '/pages', status: 200 },
      { method: 'GET', path: `/pages/${body['id']}`, status: 200 },
      { method: 'GET', path: '/pages/page_none', status: 404 },
    ]);
    expect([control.count('POST /pages'), control.count('GET /pages/:id'), control.count('GET /pages')]).toEqual([
      1, 2, 0,
    ]);
  });

  it('contains no tokens', async () => {
    const { call, control, token, refreshToken } = await signedInEmulator();
    await call('POST /pages', { token });
    expect(JSON.stringify(control.requests)).not.toContain(token);
    expect(JSON.stringify(control.requests)).not.toContain(refreshToken);
  });
});
