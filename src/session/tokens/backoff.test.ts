import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../test/support/promises.js';
import { DiscovrError } from '../../api/errors/discovrError.js';
import { Backoff, backoffDelay } from './backoff.js';
import { DeviceClock } from '../deviceClock.js';

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

describe('after failures', () => {
  it('the first try again goes through: a person pressed a button', async () => {
    const { call, calls } = backoffWithClock();
    await failureOf(call(outage));
    await call();
    expect(calls()).toBe(2);
  });

  it('calls are held back for a while, with the failure they would have met', async () => {
    const { call, calls, passTime } = backoffWithClock();
    await failureOf(call(outage));
    await failureOf(call(outage));
    expect(await failureOf(call())).toBe(outage);
    expect(calls()).toBe(2);
    passTime(2_000);
    await call();
    expect(calls()).toBe(3);
  });

  it('calls go through once the network is back', async () => {
    const { backoff, call, calls } = backoffWithClock();
    for (let count = 0; count < 2; count += 1) await failureOf(call(outage));
    backoff.reset();
    await call();
    expect(calls()).toBe(3);
  });

  it('a success makes good for all of them', async () => {
    const { call, calls } = backoffWithClock();
    await failureOf(call(outage));
    await call();
    await failureOf(call(outage));
    await call();
    expect(calls()).toBe(4);
  });

  it('that will not pass, nothing is held back', async () => {
    const { call, calls } = backoffWithClock();
    for (let count = 0; count < 4; count += 1)
      await failureOf(call(new DiscovrError('NOT_FOUND', '', { status: 404 })));
    expect(calls()).toBe(4);
  });

  it('the wait grows to a minute and no further, and differs between devices', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 20].map((failures) => backoffDelay(failures, 1))).toEqual([
      0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
    expect(backoffDelay(6, 0)).toBe(30_000);
  });
});
