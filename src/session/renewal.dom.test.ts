import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tabsOnEmulator } from '../../test/support/tabsOnEmulator.js';
import { until } from '../../test/support/promises.js';
import { Lifetime } from '../shared/lifetime.js';
import { DeviceClock } from './clock.js';
import { Renewal } from './renewal.js';
import { renewalMoment } from './tokenCalls.js';
import type { SessionToken, SessionTokens } from './tokens.js';

const MINUTE_MS = 60_000;

/** Creates a visible tab whose timers and clocks advance together. */
function renewingTab() {
  const discovr = tabsOnEmulator();
  const tab = discovr.openTab();
  const passTime = async (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += MINUTE_MS / 4) {
      discovr.passTime(MINUTE_MS / 4);
      await vi.advanceTimersByTimeAsync(MINUTE_MS / 4);
    }
  };
  const begin = async () => {
    const page = tab.createPage();
    await vi.advanceTimersByTimeAsync(200);
    await until(() => tab.auth.session.sessionId !== null);
    await page;
  };
  return { ...discovr, ...tab, passTime, begin };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.restoreAllMocks());

describe('a session', () => {
  it('is renewed before it expires when it is in use, and listeners are called', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { begin, auth, createPage, passTime, mints } = renewingTab();
    await begin();
    const sessions: unknown[] = [];
    auth.onSessionRefreshed(({ sessionId }) => sessions.push(sessionId));
    await passTime(24 * MINUTE_MS);
    await createPage();
    expect(mints()).toBe(1);
    // Only 3 minutes: the emulator needs real time to sign a token, and the fake clock must not pass the token's expiry
    // before the next token is signed.
    await passTime(3 * MINUTE_MS);
    await until(() => mints() === 2);
    await until(() => sessions.length === 1);
  });

  it('is not renewed while no call uses it, and the next call mints', async () => {
    const { begin, createPage, passTime, mints } = renewingTab();
    await begin();
    await passTime(40 * MINUTE_MS);
    expect(mints()).toBe(1);
    const page = createPage();
    await vi.advanceTimersByTimeAsync(200);
    await page;
    expect(mints()).toBe(2);
  });

  it('is not renewed while the page is hidden or when it becomes visible', async () => {
    const { begin, createPage, passTime, show, mints } = renewingTab();
    await begin();
    await passTime(24 * MINUTE_MS);
    await createPage();
    show(false);
    await passTime(5.25 * MINUTE_MS);
    show(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(mints()).toBe(1);
  });

  it('is renewed by a call shortly before its expiry, and the call does not wait for the renewal', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { begin, createPage, passTime, mints } = renewingTab();
    await begin();
    await passTime(26 * MINUTE_MS);
    expect(mints()).toBe(1);
    const page = await createPage();
    expect(page.id).toBeTruthy();
    await vi.advanceTimersByTimeAsync(200);
    await until(() => mints() === 2);
  });

  it('is used until its expiry when the renewal fails, and is not renewed again', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { begin, control, createPage, passTime, mints } = renewingTab();
    await begin();
    await passTime(24 * MINUTE_MS);
    await createPage();
    control.failNext({ kind: 'status', status: 503 }, { route: 'POST /auth/session-token', times: 3 });
    await passTime(5.25 * MINUTE_MS);
    await until(() => mints() === 4);
    await createPage();
    await passTime(MINUTE_MS / 4);
    expect(mints()).toBe(4);
  });

  it('is not renewed after the tab is closed', async () => {
    const { begin, close, createPage, passTime, mints } = renewingTab();
    await begin();
    await passTime(24 * MINUTE_MS);
    await createPage();
    close();
    await passTime(5 * MINUTE_MS);
    expect(mints()).toBe(1);
  });
});

it.each([20, 1_000, 20_000, 59_000])(
  'a session is not renewed in a loop when its lifetime is %d ms',
  async (lifetimeMs) => {
    const clock = new DeviceClock(Date.now, Date.now);
    let minted = 0;
    const mint = (): SessionToken => {
      minted += 1;
      const times = { usableForMs: lifetimeMs / 2, renewableAfterMs: lifetimeMs / 4, receivedAt: clock.moment() };
      return { value: `token ${minted}`, profileId: 'p', sessionId: 's', expiresAt: 0, ...times };
    };
    const tokens = {
      current: mint(),
      isUsable: ({ receivedAt, usableForMs }: SessionToken) => clock.since(receivedAt) < usableForMs,
      onRefreshed: () => () => undefined,
    };
    const renewal = new Renewal({
      // The members that Renewal uses.
      tokens: tokens as unknown as SessionTokens,
      clock,
      visibility: { isVisible: () => true, onChanged: () => () => undefined },
      lifetime: new Lifetime(),
      isConnected: () => true,
      renew: async () => void (tokens.current = mint()),
    });
    for (let passed = 0; passed < 30_000; passed += 5) {
      renewal.noteUse();
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(minted).toBe(1);
  },
);

it('renewalMoment spreads renewals over the last five minutes', () => {
  const usableForMs = 29.5 * MINUTE_MS;
  expect(renewalMoment(usableForMs, 0)).toBe(24.5 * MINUTE_MS);
  expect(renewalMoment(usableForMs, 0.5)).toBe(27 * MINUTE_MS);
  expect(renewalMoment(10_000, 0)).toBe(5_000);
});

it('a session is renewed even if its timer is a fraction of a millisecond early', async () => {
  const clock = new DeviceClock(Date.now, Date.now);
  const times = { usableForMs: 60_000, renewableAfterMs: 40_000.5, receivedAt: clock.moment() };
  const current = { value: 'token', profileId: 'p', sessionId: 's', expiresAt: 0, ...times };
  const renew = vi.fn(async () => undefined);
  const renewal = new Renewal({
    // The members that Renewal uses.
    tokens: { current, isUsable: () => true, onRefreshed: () => () => undefined } as unknown as SessionTokens,
    clock,
    visibility: { isVisible: () => true, onChanged: () => () => undefined },
    lifetime: new Lifetime(),
    isConnected: () => true,
    renew,
  });
  renewal.noteUse();
  await vi.advanceTimersByTimeAsync(40_010);
  expect(renew).toHaveBeenCalledTimes(1);
});
