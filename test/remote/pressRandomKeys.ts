import type { Browser, CDPSession, Page } from 'playwright';
import { vi } from 'vitest';
import type { EmulatorControl } from '../../src/emulator/control.js';
import { mix32 } from '../../src/emulator/random.js';
import { serveEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { leaveAndReturn } from '../../stories/support/leaveAndReturn.js';
import { changeWorld } from './changeWorld.js';
import { BACK, type KeyDevice } from './keyDevices.js';
import type { Observation } from './observe.js';

/** The app, and how to press its keys. */
export interface PressRandomKeysOptions {
  readonly browser: Browser;
  /** URL of the app of `app.tsx`. */
  readonly url: string;
  readonly device: KeyDevice;
  readonly seed: number;
  readonly steps: number;
}

/**
 * Starts the app and presses random keys while the server fails, delays and drops responses.
 *
 * @returns what is wrong after the first step with a fault, and the last ten steps; nothing when all is well.
 */
export async function pressRandomKeys(options: PressRandomKeysOptions): Promise<string[]> {
  const { browser, url, device, seed, steps } = options;
  const [context, { emulator, url: api, close }] = await Promise.all([
    browser.newContext({ viewport: { width: 1920, height: 1080 } }),
    serveEmulator({ port: 0 }),
  ]);
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  // The link to the address of a sign-in opens another tab.
  context.on('page', (other) => void other.close());
  await page.goto(`${url}?api=${encodeURIComponent(api)}&${device.query(seed)}`);
  // `waitForSelector` of Playwright does not work in Chromium 85, nor `expect.poll` in tests that run side by side.
  await vi.waitFor(async () => {
    const hasCode = await page.evaluate(() => document.querySelector('.discovr-DeviceSignIn-code') !== null);
    if (!hasCode) throw new Error('The app shows no code.');
  }, 30_000);
  const random = randomOf(seed);
  const log: string[] = [];
  let found: string[] = [];
  // The focus of a remote control is kept from the first key on.
  await page.keyboard.press('ArrowDown');
  let before = await page.evaluate(() => window.observe());
  for (let step = 0; step < steps && found.length === 0; step++) {
    const action = await act({ page, devTools, device, control: emulator.control }, before, random);
    const now = await page.evaluate(() => window.observe());
    const faults = [...now.faults, ...faultsOfBack(action, before, now)];
    log.push(`${step}: ${action} -> ${now.focus}`);
    if (faults.length > 0) found = [...faults, ...log.slice(-10)];
    before = now;
  }
  await Promise.all([context.close(), close()]);
  return found;
}

/** What the steps of a run use. */
interface Run {
  readonly page: Page;
  readonly devTools: CDPSession;
  readonly device: KeyDevice;
  readonly control: EmulatorControl;
}

/** Presses a random key, or changes how the server and the processor behave. Returns what it did. */
async function act(run: Run, { code }: Observation, random: () => number): Promise<string> {
  const { page, devTools, device, control } = run;
  if (code && random() < 0.1) {
    try {
      control.approveDevice(code);
    } catch {
      return 'the code has been replaced';
    }
    await page.evaluate(leaveAndReturn);
    return 'the code is approved';
  }
  return random() < device.changes ? changeWorld(control, devTools, random) : device.press(page, random);
}

/** Back leaves the app only when there is no other level, and no other key leaves it. */
function faultsOfBack(action: string, before: Observation, now: Observation): string[] {
  if (now.exits === before.exits) return [];
  if (action !== BACK) return [`${action} left the app`];
  return before.level === 'root' ? [] : [`Back left the app from ${before.level}`];
}

/** Returns a source of numbers from 0 to 1 that depend only on the seed. */
function randomOf(seed: number): () => number {
  let state = mix32(seed);
  return () => {
    state = mix32(state + 0x9e3779b9);
    return (state >>> 0) / 2 ** 32;
  };
}
