import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { mix32 } from '../../src/emulator/random.js';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';
import { leaveAndReturn } from '../../stories/support/leaveAndReturn.js';
import { worldEvents } from './worldEvents.js';

const steps = Number(process.env['DISCOVR_REMOTE_STEPS'] ?? 600);
const firstSeed = Number(process.env['DISCOVR_FUZZ_SEED'] ?? 1);
/** Steps of one run. Each run starts a new app with another seed, so that a failure can be repeated quickly. */
const STEPS_PER_RUN = 200;

let browser: Browser;
let app: ServedPage;
let context: BrowserContext;
let emulator: ServedEmulator;

beforeAll(async () => {
  const [launched, script] = await Promise.all([launchChromium(), bundleScript('test/remote/app.tsx')]);
  browser = launched;
  app = await servePage(script);
}, 60_000);
afterAll(() => Promise.all([browser.close(), app.close()]));
afterEach(() => Promise.all([context.close(), emulator.close()]));

const seeds = Array.from({ length: Math.ceil(steps / STEPS_PER_RUN) }, (_, index) => firstSeed + index);

test.each(seeds)(
  'a remote never loses the focus, whatever the server does (DISCOVR_FUZZ_SEED=%i)',
  async (seed) => {
    [context, emulator] = await Promise.all([
      browser.newContext({ viewport: { width: 1920, height: 1080 } }),
      serveEmulator({ port: 0 }),
    ]);
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await page.goto(`${app.url}?api=${encodeURIComponent(emulator.url)}`);
    await page.waitForSelector('.discovr-DeviceSignIn-code');
    const random = randomOf(seed);
    const log: string[] = [];
    for (let step = 0; step < STEPS_PER_RUN; step++) {
      const before = await page.evaluate(() => window.levelOf());
      const exits = await page.evaluate(() => window.observed.exits);
      const action = await act(page, devTools, random);
      log.push(`${step}: ${action}`);
      const fault = await faultAfter(page);
      const left = await leftBy(page, action, before, exits);
      if (process.env['DISCOVR_REMOTE_LOG']) console.info(log.at(-1), '->', await page.evaluate(() => window.nameOf(document.activeElement)));
      const noise = (await page.evaluate(() => [...window.observed.strayClicks, ...window.observed.messages])).join('\n');
      if (!fault && !left && !noise) continue;
      log.push(`  focus: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '')}`);
      if (process.env['DISCOVR_REMOTE_SHOT']) await page.screenshot({ path: process.env['DISCOVR_REMOTE_SHOT'] });
      expect.fail(`seed ${seed}, step ${step}, ${action}: ${fault || left || noise}\n${log.slice(-8).join('\n')}`);
    }
  },
  600_000,
);

/** Presses random keys, or changes how the server and the processor behave. Returns the name of what it did. */
async function act(page: Page, devTools: CDPSession, random: () => number): Promise<string> {
  const codes = await page.locator('.discovr-DeviceSignIn-code > [aria-hidden]').allTextContents();
  if (codes[0] && random() < 0.1) {
    emulator.emulator.control.approveDevice(codes[0].replaceAll(' ', ''));
    await page.evaluate(leaveAndReturn);
    return 'approve';
  }
  const choice = random();
  if (choice < 0.05) return worldEvents(emulator.emulator.control, devTools, random);
  const key = pick(KEYS, random());
  if (key === 'Back') {
    await page.evaluate(() => {
      const event = new KeyboardEvent('keydown', { key: 'GoBack', bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    });
    return key;
  }
  if (choice < 0.85 || key === 'Enter') {
    await page.keyboard.press(key);
    return key;
  }
  const times = 4 + Math.floor(random() * 20);
  for (let time = 0; time < times; time++) await page.keyboard.down(key);
  await page.keyboard.up(key);
  return `${key} held ${times} times`;
}

/** Returns what is wrong with the focus: immediately, if it is lost, or when scrolling has ended. */
function faultAfter(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    let fault = window.faultOfFocus();
    // A lost focus is recovered in the frame after the loss; a scrolling element needs longer.
    for (let waited = 0; fault && waited < (fault.startsWith('nothing') ? 1 : 60); waited++) {
      await frame();
      fault = window.faultOfFocus();
    }
    return fault;
  });
}

/** Checks that Back left one level, and that other keys never left the app. */
async function leftBy(page: Page, action: string, before: string, exits: number): Promise<string> {
  const now = await page.evaluate(() => window.observed.exits);
  if (action !== 'Back') return now === exits ? '' : 'the app was left without Back';
  return now === exits || before === 'root' ? '' : `Back left the app from a ${before}`;
}

const KEYS = [
  ['ArrowDown', 0.28],
  ['ArrowUp', 0.17],
  ['ArrowRight', 0.2],
  ['ArrowLeft', 0.13],
  ['Enter', 0.15],
  ['Back', 0.07],
] as const;

function pick(choices: typeof KEYS, value: number) {
  let rest = value;
  for (const [key, weight] of choices) {
    rest -= weight;
    if (rest < 0) return key;
  }
  return 'ArrowDown';
}

/** Returns numbers from 0 to 1 that depend only on the seed. */
function randomOf(seed: number): () => number {
  let state = mix32(seed);
  return () => {
    state = mix32(state + 0x9e3779b9);
    return (state >>> 0) / 2 ** 32;
  };
}
