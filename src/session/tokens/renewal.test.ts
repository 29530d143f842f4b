import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tabsOnEmulator } from '../../../test/support/tabsOnEmulator.js';
import { until } from '../../../test/support/promises.js';
import { DeviceClock } from '../deviceClock.js';
import { Renewal } from './renewal.js';
import { renewalMoment, type SessionToken } from './sessionToken.js';
import type { SessionTokens } from './sessionTokens.js';

const MINUTE_MS = 60_000;

/** A visible tab whose timers and clocks go together. */
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
  it('is renewed before it ends where it is in use, and subscribers hear of it', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { begin, auth, createPage, passTime, mints } = renewingTab();
    await begin();
    const sessions: unknown[] = [];
    auth.onSessionRefreshed(({ sessionId }) => sessions.push(sessionId));
    await passTime(24 * MINUTE_MS);
    await createPage();
    expect(mints()).toBe(1);
    // No further: the clock would overtake the server, which signs in real time.
    await passTime(3 * MINUTE_MS);
    await until(() => mints() === 2);
    await until(() => sessions.length === 1);
  });

  it('is not renewed while nobody uses it: the next call mints', async () => {
    const { begin, createPage, passTime, mints } = renewingTab();
    await begin();
    await passTime(40 * MINUTE_MS);
    expect(mints()).toBe(1);
    const page = createPage();
    await vi.advanceTimersByTimeAsync(200);
    await page;
    expect(mints()).toBe(2);
  });

  it('is not renewed while the page is hidden, nor by its being shown', async () => {
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

  it('is renewed by a call that comes late in its life, which does not wait for it', async () => {
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

  it('is tried once where that fails, and serves to its end', async () => {
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

  it('of a tab that is closed is not renewed', async () => {
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
  'is not renewed by itself, over and over, where the server lets it live for %d ms',
  async (lifetimeMs) => {
    const clock = new DeviceClock(Date.now, Date.now);
    let minted = 0;
    const mint = (): SessionToken => {
      minted += 1;
      const times = { usableForMs: lifetimeMs / 2, renewableAfterMs: lifetimeMs / 4, receivedAt: clock.moment() };
      return { value: `token ${minted}`, profileId: 'p', sessionId: 's', expiresAt: 0, ...times };
    };
    const tokens = {
      present: mint(),
      isUsable: ({ receivedAt, usableForMs }: SessionToken) => clock.since(receivedAt) < usableForMs,
      onRefreshed: () => () => undefined,
      renew: async () => void (tokens.present = mint()),
    };
    const renewal = new Renewal({
      // All that a renewal asks of the tokens.
      tokens: tokens as unknown as SessionTokens,
      clock,
      visibility: { isVisible: () => true, onChanged: () => () => undefined },
    });
    const stop = renewal.start();
    for (let passed = 0; passed < 30_000; passed += 5) {
      renewal.noteUse();
      await vi.advanceTimersByTimeAsync(5);
    }
    stop();
    expect(minted).toBe(1);
  },
);

it('is renewed by different devices at different moments of the last five minutes', () => {
  const usableForMs = 29.5 * MINUTE_MS;
  expect(renewalMoment(usableForMs, 0)).toBe(24.5 * MINUTE_MS);
  expect(renewalMoment(usableForMs, 0.5)).toBe(27 * MINUTE_MS);
  expect(renewalMoment(10_000, 0)).toBe(5_000);
});
