import type { Browser, CDPSession, Page } from 'playwright';
import { vi } from 'vitest';
import type { EmulatorControl } from '../../src/emulator/control.js';
import { mix32 } from '../../src/emulator/random.js';
import { serveEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { leaveAndReturn } from '../../stories/support/leaveAndReturn.js';
import { changeWorld } from './changeWorld.js';
import type { Observation } from './observe.js';

/**
 * Starts the app and presses random keys of a remote control while the server fails, delays and drops responses. With
 * even seeds, the hero follows the focus.
 *
 * @param url URL of the app of `app.tsx`.
 * @returns what is wrong after the first step with a fault, and the last ten steps; nothing when all is well.
 */
export async function pressRandomKeys(browser: Browser, url: string, seed: number, steps: number): Promise<string[]> {
  const [context, { emulator, url: api, close }] = await Promise.all([
    browser.newContext({ viewport: { width: 1920, height: 1080 } }),
    serveEmulator({ port: 0 }),
  ]);
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  const hero = seed % 2 === 0 ? '&heroFollowsFocus' : '';
  await page.goto(`${url}?api=${encodeURIComponent(api)}${hero}`);
  // `waitForSelector` of Playwright does not work in Chromium 85, nor `expect.poll` in tests that run side by side.
  await vi.waitFor(async () => {
    const hasCode = await page.evaluate(() => document.querySelector('.discovr-DeviceSignIn-code') !== null);
    if (!hasCode) throw new Error('The app shows no code.');
  }, 30_000);
  const random = randomOf(seed);
  const log: string[] = [];
  let found: string[] = [];
  // The focus is kept from the first key on.
  await page.keyboard.press('ArrowDown');
  let before = await page.evaluate(() => window.observe());
  for (let step = 0; step < steps && found.length === 0; step++) {
    const action = await act(page, devTools, emulator.control, before, random);
    const now = await page.evaluate(() => window.observe());
    const faults = [...now.faults, ...faultsOfBack(action, before, now)];
    log.push(`${step}: ${action} -> ${now.focus}`);
    if (faults.length > 0) found = [...faults, ...log.slice(-10)];
    before = now;
  }
  await Promise.all([context.close(), close()]);
  return found;
}

/** Presses random keys, or changes how the server and the processor behave. Returns what it did. */
async function act(
  page: Page,
  devTools: CDPSession,
  control: EmulatorControl,
  { code }: Observation,
  random: () => number,
): Promise<string> {
  if (code && random() < 0.1) {
    try {
      control.approveDevice(code);
    } catch {
      return 'the code has been replaced';
    }
    await page.evaluate(leaveAndReturn);
    return 'the code is approved';
  }
  const choice = random();
  if (choice < 0.05) return changeWorld(control, devTools, random);
  const key = pick(random());
  if (key === BACK) {
    await page.evaluate(() => {
      const event = new KeyboardEvent('keydown', { key: 'GoBack', bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    });
    return key;
  }
  if (choice < 0.85) {
    await page.keyboard.press(key);
    return key;
  }
  const times = 4 + Math.floor(random() * 20);
  await Promise.all(Array.from({ length: times }, () => page.keyboard.down(key)));
  await page.keyboard.up(key);
  return `${key} held for ${times} repeats`;
}

/** Back leaves the app only when there is no other level, and no other key leaves it. */
function faultsOfBack(action: string, before: Observation, now: Observation): string[] {
  if (now.exits === before.exits) return [];
  if (action !== BACK) return [`${action} left the app`];
  return before.level === 'root' ? [] : [`Back left the app from ${before.level}`];
}

const BACK = 'Back';

/** Keys, with the share of each. */
const KEYS = [
  ['ArrowDown', 0.28],
  ['ArrowUp', 0.17],
  ['ArrowRight', 0.2],
  ['ArrowLeft', 0.13],
  ['Enter', 0.15],
  [BACK, 0.07],
] as const;

function pick(value: number): string {
  let rest = value;
  return KEYS.find(([, share]) => (rest -= share) < 0)?.[0] ?? BACK;
}

/** Returns a source of numbers from 0 to 1 that depend only on the seed. */
function randomOf(seed: number): () => number {
  let state = mix32(seed);
  return () => {
    state = mix32(state + 0x9e3779b9);
    return (state >>> 0) / 2 ** 32;
  };
}
