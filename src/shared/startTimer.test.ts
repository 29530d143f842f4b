import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTimer } from './time.js';

const DAY_MS = 24 * 60 * 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('startTimer', () => {
  test.each([0, -1, -Infinity, NaN])('fires once and almost immediately for a delay of %d', async (delayMs) => {
    const callback = vi.fn();
    startTimer(callback, delayMs);
    expect(callback).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(callback).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(DAY_MS);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test.each([2 ** 31 - 1, 2 ** 31, 3 * 2 ** 31, 365 * DAY_MS])('fires after exactly %d ms', async (delayMs) => {
    const callback = vi.fn();
    startTimer(callback, delayMs);
    await vi.advanceTimersByTimeAsync(delayMs - 1);
    expect(callback).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(callback).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([1e15, Number.MAX_VALUE, Infinity])('does not fire within a year when the delay is %d', async (delayMs) => {
    const callback = vi.fn();
    const stop = startTimer(callback, delayMs);
    await vi.advanceTimersByTimeAsync(365 * DAY_MS);
    expect(callback).not.toHaveBeenCalled();
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not fire when it is stopped during a long delay', async () => {
    const callback = vi.fn();
    const stop = startTimer(callback, 2 ** 32);
    await vi.advanceTimersByTimeAsync(2 ** 31);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(2 ** 32);
    expect(callback).not.toHaveBeenCalled();
  });
});
