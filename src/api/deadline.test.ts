import { beforeEach, describe, expect, it, vi } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { idle, until, watch } from '../../test/support/promises.js';

const PROFILES = 'GET /profiles';

beforeEach(() => {
  vi.useFakeTimers();
});

describe('the deadline of a call', () => {
  it('rejects the call with NETWORK_ERROR after 15 seconds when Discovr never responds', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'hang' }, { times: Infinity });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(14_999);
    expect(call.status).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(call.error).toMatchObject({ name: 'DiscovrError', code: 'NETWORK_ERROR' });
    expect(control.count(PROFILES)).toBe(2);
  });

  it('covers a body that stalls', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'stall' }, { times: Infinity });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(14_999);
    expect(call.status).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(call.error).toMatchObject({ code: 'NETWORK_ERROR' });
  });

  it('covers a body that never ends', async () => {
    const { identityApi } = await apiOnEmulator({ alter: () => new Response(trickling()) });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(15_000);
    expect(call.error).toMatchObject({ code: 'NETWORK_ERROR' });
  });

  it('covers the waits between attempts', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'status', status: 503, retryAfter: 7 }, { times: 2 });
    control.failNext({ kind: 'hang' });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(14_999);
    expect([call.status, control.count(PROFILES)]).toEqual(['pending', 3]);
    await vi.advanceTimersByTimeAsync(1);
    expect(call.error).toMatchObject({ code: 'NETWORK_ERROR' });
  });

  it('is timeoutMs when that option is set', async () => {
    const { control, identityApi } = await apiOnEmulator({ timeoutMs: 1_000 });
    control.failNext({ kind: 'hang' }, { times: Infinity });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(999);
    expect(call.status).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(call.error).toMatchObject({ code: 'NETWORK_ERROR', message: expect.stringContaining('1000 ms') });
    expect(control.count(PROFILES)).toBe(1);
  });
});

describe('an attempt', () => {
  it.each(['hang', 'stall'] as const)('is aborted after 8 seconds and retried when the response %ss', async (kind) => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(7_999);
    expect([call.status, control.count(PROFILES)]).toEqual(['pending', 1]);
    await vi.advanceTimersByTimeAsync(401);
    expect([call.status, control.count(PROFILES)]).toEqual(['resolved', 2]);
  });

  it('closes its connection when it is aborted', async () => {
    const { control, identityApi, sent } = await apiOnEmulator();
    control.failNext({ kind: 'hang' });
    const call = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(8_000);
    expect(sent[0]?.init.signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(400);
    expect([call.status, sent[1]?.init.signal?.aborted]).toEqual(['resolved', false]);
  });
});

describe('a call that has ended', () => {
  it('leaves no timer behind, whether it succeeded or failed', async () => {
    const { control, identityApi } = await apiOnEmulator();
    await identityApi.getProfiles();
    expect(vi.getTimerCount()).toBe(0);
    control.failNext({ kind: 'status', status: 404 });
    await expect(identityApi.getProfiles()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(vi.getTimerCount()).toBe(0);
    control.failNext({ kind: 'hang' });
    const controller = new AbortController();
    const call = watch(identityApi.getProfiles({ signal: controller.signal }));
    await until(() => control.count(PROFILES) === 3);
    controller.abort();
    await idle();
    expect([call.status, vi.getTimerCount()]).toEqual(['rejected', 0]);
  });

  it('removes its listeners from the signal of the caller', async () => {
    const { identityApi } = await apiOnEmulator();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    await identityApi.getProfiles({ signal });
    await idle();
    expect(added).toHaveBeenCalled();
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});

function trickling(): ReadableStream<Uint8Array> {
  let timer: ReturnType<typeof setInterval>;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), 500);
    },
    cancel: () => clearInterval(timer),
  });
}
