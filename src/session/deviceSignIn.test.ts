import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deferred } from '../../test/support/promises.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { DiscovrError, type DiscovrErrorCode } from '../shared/errors.js';
import type { PollDeviceCodeResponse } from '../api/device.js';
import { Lifetime } from '../shared/lifetime.js';
import { DeviceSignIn } from './deviceSignIn.js';

type Poll = (deviceCode: string) => Promise<PollDeviceCodeResponse>;

const pending: Poll = async () => ({ status: 'pending' });
const approved: Poll = async () => ({ refreshToken: madeUpRefreshToken('device'), publicId: 'public' });
const failing = (code: DiscovrErrorCode, status?: number, retryAfter?: number) => () =>
  Promise.reject(new DiscovrError(code, 'no', { status, retryAfter }));

/** Creates a visibility that the test controls. */
function fakeVisibility() {
  const listeners = new Set<() => void>();
  let isVisible = true;
  return {
    isVisible: () => isVisible,
    onChanged(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(next: boolean) {
      isVisible = next;
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

interface StartOptions {
  readonly signal?: AbortSignal;
  readonly expiresIn?: number;
  readonly ready?: () => Promise<unknown>;
}

function start(poll: Poll, { signal, expiresIn = 600_000, ready = async () => undefined }: StartOptions = {}) {
  const visibility = fakeVisibility();
  const spy = vi.fn(poll);
  const adopt = vi.fn(async () => ({ kept: true }));
  const issued = { deviceCode: 'dvc', userCode: '1234', authQRCode: 'data:image/png;base64,', expiresIn };
  const lifetime = new Lifetime();
  const signIn = new DeviceSignIn({ issued, poll: spy, ready, adopt, visibility, now: Date.now, lifetime, signal });
  return { signIn, poll: spy, adopt, visibility, lifetime };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

describe('DeviceSignIn', () => {
  test('polls every five seconds, and signs in when the code is approved', async () => {
    const { signIn, poll, adopt } = start(pending);
    await seconds(4.9);
    expect(poll).not.toHaveBeenCalled();
    await seconds(10.1);
    expect(poll).toHaveBeenCalledTimes(3);
    poll.mockImplementation(approved);
    await seconds(5);
    expect(adopt).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ publicId: 'public' }));
    expect(signIn.state.status).toBe('approved');
    await seconds(60);
    expect(poll).toHaveBeenCalledTimes(4);
  });

  test('polls more slowly after each RATE_LIMITED response, and waits for as long as Retry-After demands', async () => {
    const { poll } = start(failing('RATE_LIMITED', 429));
    await seconds(5);
    await seconds(9.9);
    expect(poll).toHaveBeenCalledTimes(1);
    await seconds(0.1);
    expect(poll).toHaveBeenCalledTimes(2);
    poll.mockImplementation(failing('RATE_LIMITED', 429, 40));
    await seconds(15);
    expect(poll).toHaveBeenCalledTimes(3);
    await seconds(39.9);
    expect(poll).toHaveBeenCalledTimes(3);
    await seconds(0.1);
    expect(poll).toHaveBeenCalledTimes(4);
  });

  test.each([-1, 0, 1e-9, NaN])('never polls faster than before when Retry-After is %d', async (retryAfter) => {
    const { poll } = start(failing('RATE_LIMITED', 429, retryAfter));
    await seconds(5);
    await seconds(9.9);
    expect(poll).toHaveBeenCalledTimes(1);
    await seconds(0.1);
    expect(poll).toHaveBeenCalledTimes(2);
  });

  test.each([2_147_484, 1e15, Infinity, 8.64e12])(
    'polls only once in ten minutes when Retry-After is %d seconds',
    async (retryAfter) => {
      const { signIn, poll } = start(failing('RATE_LIMITED', 429, retryAfter));
      await seconds(599);
      expect(poll).toHaveBeenCalledTimes(1);
      expect(signIn.state.status).toBe('waiting');
      await seconds(1);
      expect([signIn.state.status, vi.getTimerCount()]).toEqual(['expired', 0]);
    },
  );

  test('pauses while the page is hidden, and polls immediately when the page is visible again', async () => {
    const { poll, visibility } = start(pending);
    visibility.show(false);
    await seconds(120);
    expect(poll).not.toHaveBeenCalled();
    visibility.show(true);
    await seconds(0);
    expect(poll).toHaveBeenCalledTimes(1);
    await seconds(5);
    expect(poll).toHaveBeenCalledTimes(2);
  });

  test('keeps the code during network errors and outages', async () => {
    const { signIn, poll } = start(failing('NETWORK_ERROR'));
    await seconds(60);
    poll.mockImplementation(failing('SERVER_ERROR', 503));
    await seconds(60);
    expect(signIn.state.status).toBe('waiting');
    poll.mockImplementation(approved);
    await seconds(5);
    expect(signIn.state.status).toBe('approved');
  });
});

describe('DeviceSignIn ends', () => {
  test.each([
    ['denied', 'AUTH_FAILED', failing('AUTH_FAILED', 401)],
    ['expired', 'TOKEN_EXPIRED', failing('TOKEN_EXPIRED', 401)],
    ['failed', 'BAD_RESPONSE', failing('BAD_RESPONSE', 200)],
  ] as const)('as %s, and stops polling, when a poll fails with %s', async (status, _code, poll) => {
    const { signIn, poll: polled } = start(poll);
    const finished = signIn.finished();
    await seconds(5);
    expect(signIn.state.status).toBe(status);
    await expect(finished).resolves.toBe(signIn.state);
    await seconds(60);
    expect(polled).toHaveBeenCalledTimes(1);
  });

  test('as expired, not denied, when the response with the approval may have been lost', async () => {
    const { signIn, poll } = start(failing('NETWORK_ERROR'));
    await seconds(5);
    poll.mockImplementation(failing('TOKEN_INVALID', 401));
    await seconds(5);
    expect(signIn.state.status).toBe('expired');
  });

  test('as denied when another response has arrived since the lost one', async () => {
    const { signIn, poll } = start(failing('NETWORK_ERROR'));
    await seconds(5);
    poll.mockImplementation(pending);
    await seconds(5);
    poll.mockImplementation(failing('TOKEN_INVALID', 401));
    await seconds(5);
    expect(signIn.state.status).toBe('denied');
  });

  test('as expired when its lifetime is over, even if the page is hidden and the clock was set back', async () => {
    const { signIn, visibility } = start(pending);
    visibility.show(false);
    await seconds(300);
    vi.setSystemTime(0);
    await seconds(300);
    expect(signIn.state.status).toBe('expired');
  });

  test.each([
    [2 ** 31, 86_400],
    [1e15, 86_400],
    [Number.MAX_VALUE, 86_400],
    [2 ** 16, 65.536],
    [600, 30],
    [1e-9, 30],
    [0, 30],
    [-1, 30],
    [NaN, 30],
  ])('as expired when expiresIn is %d ms, after %d seconds', async (expiresIn, after) => {
    const { signIn, visibility } = start(pending, { expiresIn });
    expect(signIn.expiresAt).toBe(after * 1000);
    visibility.show(false);
    await seconds(after - 0.001);
    expect(signIn.state.status).toBe('waiting');
    await seconds(0.001);
    expect([signIn.state.status, vi.getTimerCount()]).toEqual(['expired', 0]);
  });

  test.each([
    ['cancel() is called', (signIn: DeviceSignIn) => signIn.cancel()],
    ['its signal aborts', (_signIn: DeviceSignIn, controller: AbortController) => controller.abort()],
  ])('as cancelled when %s, and leaves no timer or listener', async (_name, end) => {
    const controller = new AbortController();
    const { signIn, poll, visibility } = start(pending, { signal: controller.signal });
    await seconds(1);
    end(signIn, controller);
    await seconds(0);
    expect(signIn.state.status).toBe('cancelled');
    expect(vi.getTimerCount()).toBe(0);
    expect(visibility.listeners.size).toBe(0);
    await seconds(60);
    expect(poll).not.toHaveBeenCalled();
  });

  test('without signing in when it is canceled during a poll', async () => {
    let respond: (response: PollDeviceCodeResponse) => void = () => undefined;
    const { signIn, adopt } = start(() => new Promise((resolve) => (respond = resolve)));
    await seconds(5);
    signIn.cancel();
    respond(await approved(''));
    await seconds(0);
    expect(adopt).not.toHaveBeenCalled();
    expect(signIn.state.status).toBe('cancelled');
  });

  test('without signing in when it is canceled before the credential store has been read', async () => {
    const store = deferred<void>();
    const { signIn, adopt } = start(approved, { ready: () => store.promise });
    await seconds(5);
    signIn.cancel();
    store.resolve();
    await seconds(0);
    expect([adopt.mock.calls.length, signIn.state.status]).toEqual([0, 'cancelled']);
  });

  test('as approved when it is canceled while the store keeps the credential, because the user is signed in', async () => {
    const kept = deferred<{ kept: boolean }>();
    const { signIn, adopt } = start(approved);
    adopt.mockReturnValue(kept.promise);
    await seconds(5);
    signIn.cancel();
    expect(signIn.state.status).toBe('waiting');
    kept.resolve({ kept: true });
    await seconds(0);
    expect(signIn.state.status).toBe('approved');
  });

  test('as cancelled when the client is disposed while the store keeps the credential', async () => {
    const { signIn, adopt, lifetime } = start(approved);
    adopt.mockReturnValue(deferred<{ kept: boolean }>().promise);
    await seconds(5);
    lifetime.end();
    expect([signIn.state.status, vi.getTimerCount()]).toEqual(['cancelled', 0]);
  });
});
