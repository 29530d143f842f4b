import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import { DiscovrError } from '../shared/errors.js';
import { Backoff, backoffDelay } from './mints.js';
import { DeviceClock } from './clock.js';

function backoffWithClock() {
  let time = 0;
  let calls = 0;
  const now = () => time;
  const backoff = new Backoff(new DeviceClock(now, now));
  const call = (error?: Error) =>
    backoff.run(async () => {
      calls += 1;
      if (error) throw error;
    });
  return { backoff, call, passTime: (milliseconds: number) => (time += milliseconds), calls: () => calls };
}

const outage = new DiscovrError('SERVER_ERROR', 'Down.', { status: 503 });

describe('Backoff', () => {
  it('allows an immediate retry after the first failure', async () => {
    const { call, calls } = backoffWithClock();
    await failureOf(call(outage));
    await call();
    expect(calls()).toBe(2);
  });

  it('rejects calls with the last failure for a while after two failures in a row', async () => {
    const { call, calls, passTime } = backoffWithClock();
    await failureOf(call(outage));
    await failureOf(call(outage));
    expect(await failureOf(call())).toBe(outage);
    expect(calls()).toBe(2);
    passTime(2_000);
    await call();
    expect(calls()).toBe(3);
  });

  it('allows calls again after reset()', async () => {
    const { backoff, call, calls } = backoffWithClock();
    for (let count = 0; count < 2; count += 1) await failureOf(call(outage));
    backoff.reset();
    await call();
    expect(calls()).toBe(3);
  });

  it('counts failures from zero after a success', async () => {
    const { call, calls } = backoffWithClock();
    await failureOf(call(outage));
    await call();
    await failureOf(call(outage));
    await call();
    expect(calls()).toBe(4);
  });

  it('does not block calls after permanent failures', async () => {
    const { call, calls } = backoffWithClock();
    for (let count = 0; count < 4; count += 1)
      await failureOf(call(new DiscovrError('NOT_FOUND', '', { status: 404 })));
    expect(calls()).toBe(4);
  });

  it('doubles the time up to one minute, and randomizes it', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 20].map((failures) => backoffDelay(failures, 1))).toEqual([
      0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
    expect(backoffDelay(6, 0)).toBe(30_000);
  });
});
