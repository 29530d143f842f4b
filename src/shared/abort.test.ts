import { beforeEach, describe, expect, it, vi } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { deferred, failureOf, idle, until, watch } from '../../test/support/promises.js';
import { DiscovrError } from './errors.js';
import { abortError, abortWith, raceAbort } from './abort.js';

const PROFILES = 'GET /profiles';

beforeEach(() => {
  vi.useFakeTimers();
});

describe('a call whose signal aborts', () => {
  it('rejects immediately during the request, and aborts the request', async () => {
    const { control, identityApi, sent } = await apiOnEmulator();
    control.failNext({ kind: 'hang' });
    const controller = new AbortController();
    const call = watch(identityApi.getProfiles({ signal: controller.signal }));
    await until(() => control.count(PROFILES) === 1);
    controller.abort();
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  it('rejects immediately when its endpoint is never retried', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'hang' });
    const controller = new AbortController();
    const call = watch(identityApi.signOutSession({ signal: controller.signal }));
    await until(() => control.count('DELETE /auth/session') === 1);
    controller.abort();
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
  });

  it('rejects immediately while the body is read', async () => {
    const cancelled = vi.fn();
    const stalled = () => new Response(new ReadableStream({ cancel: cancelled }));
    const { control, identityApi } = await apiOnEmulator({ alter: stalled });
    const controller = new AbortController();
    const call = watch(identityApi.getProfiles({ signal: controller.signal }));
    await until(() => control.requests.at(-1)?.status === 200);
    await idle();
    controller.abort();
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
    expect(cancelled).toHaveBeenCalled();
  });

  it('rejects immediately during the wait before a retry, and makes no retry', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext({ kind: 'status', status: 503, retryAfter: 5 });
    const controller = new AbortController();
    const call = watch(identityApi.getProfiles({ signal: controller.signal }));
    await until(() => control.requests.at(-1)?.status === 503);
    await vi.advanceTimersByTimeAsync(1_000);
    controller.abort();
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(control.count(PROFILES)).toBe(1);
  });

  it('does not affect other calls', async () => {
    const { control, identityApi } = await apiOnEmulator();
    control.setLatency(100);
    const controller = new AbortController();
    const aborted = watch(identityApi.getProfiles({ signal: controller.signal }));
    const other = watch(identityApi.getProfiles());
    await vi.advanceTimersByTimeAsync(50);
    controller.abort();
    await vi.advanceTimersByTimeAsync(50);
    expect([aborted.status, other.status]).toEqual(['rejected', 'resolved']);
  });

  it('keeps its result when the signal aborts after the response', async () => {
    const { identityApi } = await apiOnEmulator();
    const controller = new AbortController();
    const call = identityApi.getProfiles({ signal: controller.signal });
    await call;
    controller.abort();
    await expect(call).resolves.toMatchObject({ profiles: expect.any(Array) });
  });
});

describe('raceAbort', () => {
  it('settles like the promise when the signal does not abort', async () => {
    const { signal } = new AbortController();
    await expect(raceAbort(Promise.resolve(1), signal)).resolves.toBe(1);
    await expect(raceAbort(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
    await expect(raceAbort(Promise.resolve(1), undefined)).resolves.toBe(1);
  });

  it('rejects immediately when the signal has already aborted', async () => {
    const error = await failureOf(raceAbort(new Promise(() => undefined), AbortSignal.abort()));
    expect(error).toMatchObject({ name: 'AbortError' });
  });

  it('leaves no unhandled rejection when the promise rejects after the abort', async () => {
    // An unhandled rejection would fail this test run, and would stop a Node server.
    const lost = Promise.reject(new Error('lost'));
    expect(await failureOf(raceAbort(lost, AbortSignal.abort()))).toMatchObject({ name: 'AbortError' });
    const controller = new AbortController();
    const { promise, reject } = deferred<number>();
    const raced = watch(raceAbort(promise, controller.signal));
    controller.abort();
    reject(new Error('lost'));
    await idle();
    expect(raced.error).toMatchObject({ name: 'AbortError' });
  });

  it('rejects as soon as the signal aborts, and ignores a later result', async () => {
    const { promise, resolve } = deferred<number>();
    const controller = new AbortController();
    const raced = watch(raceAbort(promise, controller.signal));
    controller.abort();
    resolve(1);
    await idle();
    expect(raced.error).toMatchObject({ name: 'AbortError' });
  });
});

describe('abortError', () => {
  it('returns the type of error with which an aborted `fetch` rejects', () => {
    expect(abortError()).toBeInstanceOf(DOMException);
    expect(abortError('Why.')).toMatchObject({ name: 'AbortError', message: 'Why.' });
  });
});

describe('raceAbort with an aborted signal', () => {
  it('leaves no unhandled rejection when the promise rejects', async () => {
    const controller = new AbortController();
    controller.abort();
    const late = Promise.reject(new Error('late'));
    await expect(raceAbort(late, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('raceAbort on a television of 2023', () => {
  it('rejects with the reason, which the signal does not keep', async () => {
    const controller = new AbortController();
    Object.defineProperty(controller.signal, 'reason', { value: undefined });
    const raced = raceAbort(new Promise(() => {}), controller.signal);
    abortWith(controller, new DiscovrError('NETWORK_ERROR', 'Too late.'));
    abortWith(controller, abortError());
    await expect(raced).rejects.toMatchObject({ code: 'NETWORK_ERROR' });
    await expect(raceAbort(new Promise(() => {}), controller.signal)).rejects.toMatchObject({ code: 'NETWORK_ERROR' });
  });
});
