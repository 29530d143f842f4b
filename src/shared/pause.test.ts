import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failureOf, idle, watch } from '../../test/support/promises.js';
import { pause } from './time.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('pause resolves exactly when its delay has passed', async () => {
  const paused = watch(pause(5_000_000_000));
  await vi.advanceTimersByTimeAsync(4_999_999_999);
  expect(paused.status).toBe('pending');
  await vi.advanceTimersByTimeAsync(1);
  expect(paused.status).toBe('resolved');
});

test('pause rejects when its signal aborts, and leaves no timer', async () => {
  const controller = new AbortController();
  const paused = watch(pause(5_000, controller.signal));
  controller.abort();
  await idle();
  expect(paused.error).toMatchObject({ name: 'AbortError' });
  expect(vi.getTimerCount()).toBe(0);
});

test('pause rejects immediately when its signal has already aborted', async () => {
  expect(await failureOf(pause(5_000, AbortSignal.abort()))).toMatchObject({ name: 'AbortError' });
  expect(vi.getTimerCount()).toBe(0);
});

test('pause removes its listener from the signal when its delay has passed', async () => {
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, 'addEventListener');
  const remove = vi.spyOn(signal, 'removeEventListener');
  const paused = watch(pause(1_000, signal));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(paused.status).toBe('resolved');
  expect(remove.mock.calls[0]?.[1]).toBe(add.mock.calls[0]?.[1]);
});
