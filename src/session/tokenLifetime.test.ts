import { describe, expect, it } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { DeviceClock } from './clock.js';
import { receiveSessionToken } from './tokenCalls.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MARGIN_MS = 30 * SECOND_MS;

/** Creates a client whose clock advances together with the server's clock but may be ahead or behind. */
function clientWithClock({ aheadMs = 0, sessionLifetimeMs = 30 * MINUTE_MS } = {}) {
  let time = Date.parse('2026-03-01T12:00:00Z');
  let ahead = aheadMs;
  const discovr = clientOnEmulator({ now: () => time + ahead, emulator: { now: () => time, sessionLifetimeMs } });
  return {
    ...discovr,
    passTime: (milliseconds: number) => (time += milliseconds),
    setClock: (milliseconds: number) => (ahead = milliseconds),
    refusals: () => discovr.control.requests.filter(({ status }) => status === 401).length,
  };
}

describe('a session token', () => {
  it('is used until thirty seconds before its expiry', async () => {
    const { client, passTime, mints } = clientWithClock();
    await client.createPage();
    passTime(30 * MINUTE_MS - MARGIN_MS - 1);
    await client.createPage();
    expect(mints()).toBe(1);
    passTime(1);
    await client.createPage();
    expect(mints()).toBe(2);
  });

  it('is replaced before the next call after a laptop has slept', async () => {
    const { client, passTime, mints, refusals } = clientWithClock();
    await client.createPage();
    passTime(3 * 60 * MINUTE_MS);
    await client.createPage();
    expect([mints(), refusals()]).toEqual([2, 0]);
  });

  it('is used for half of its lifetime when the lifetime is shorter than twice the margin', async () => {
    const { client, passTime, mints } = clientWithClock({ sessionLifetimeMs: 20 * SECOND_MS });
    await client.createPage();
    passTime(10 * SECOND_MS - 1);
    await client.createPage();
    expect(mints()).toBe(1);
    passTime(1);
    await client.createPage();
    expect(mints()).toBe(2);
  });

  it.each([
    ['a day ahead', DAY_MS],
    ['a day behind', -DAY_MS],
    ['an hour ahead', 60 * MINUTE_MS],
    ['an hour behind', -60 * MINUTE_MS],
  ])('is used for the same time when the clock of the device is %s', async (_name, aheadMs) => {
    const { client, passTime, mints, refusals } = clientWithClock({ aheadMs });
    await client.createPage();
    await client.createPage();
    passTime(30 * MINUTE_MS - MARGIN_MS - 1);
    await client.createPage();
    expect(mints()).toBe(1);
    passTime(1);
    await client.createPage();
    expect([mints(), refusals()]).toEqual([2, 0]);
  });

  it.each([
    ['forward', DAY_MS],
    ['back', -DAY_MS],
  ])('is replaced only once when the clock is set %s by a day', async (_name, aheadMs) => {
    const { client, passTime, setClock, mints, refusals } = clientWithClock();
    await client.createPage();
    setClock(aheadMs);
    passTime(31 * MINUTE_MS);
    await client.createPage();
    await client.createPage();
    expect(mints()).toBe(2);
    expect(refusals()).toBeLessThanOrEqual(1);
  });
});

it.each([0, -1, -1e15, 1e15, Number.MAX_VALUE, NaN])(
  'a session token is used for the documented time when the server reports the expiry %d',
  (expiresAt) => {
    const response = { sessionToken: 'not a JWT', sessionId: 'session', expiresAt };
    const { usableForMs, renewableAfterMs } = receiveSessionToken(response, 'profile', new DeviceClock());
    expect(usableForMs).toBe(30 * MINUTE_MS - MARGIN_MS);
    expect(renewableAfterMs).toBeGreaterThanOrEqual(24.5 * MINUTE_MS);
    expect(renewableAfterMs).toBeLessThanOrEqual(usableForMs);
  },
);
