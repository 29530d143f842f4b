import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { approveCode, untilReady } from '../journey/steps.js';
import { focusedName } from '../journey/support.js';
import { playwrightTab } from '../support/browsers/playwrightTab.js';
import type { Tab } from '../support/browsers/tab.js';
import { serveRemoteApp, type RemoteApp } from './serveRemoteApp.js';

let app: RemoteApp;
let emulator: ServedEmulator;
let context: BrowserContext;
let page: Page;
let tab: Tab;

beforeAll(async () => {
  app = await serveRemoteApp();
});
afterAll(() => app.close());

beforeEach(async () => {
  [context, emulator] = await Promise.all([
    app.browser.newContext({ viewport: { width: 1920, height: 1080 } }),
    serveEmulator({ port: 0 }),
  ]);
  page = await context.newPage();
  tab = playwrightTab(page);
});
afterEach(() => Promise.all([context.close(), emulator.close()]));

/** Signs in, chooses a profile, and goes from the hero to the first control above the tabs. */
async function goToControls(filters: string): Promise<void> {
  await page.goto(`${app.url}?api=${encodeURIComponent(emulator.url)}&${filters}`);
  await tab.press('ArrowDown');
  await approveCode(tab, emulator.emulator);
  await expect.poll(() => focusedName(tab)).toBe(emulator.emulator.control.profiles()[0]!.name);
  await tab.press('Enter');
  await untilReady(tab);
  await expect.poll(() => focusedName(tab)).toBe('Details');
  await goTo(/Filters/, 'ArrowUp');
}

/** Presses an arrow key until the focused element has a given name. */
async function goTo(name: RegExp, key: 'ArrowUp' | 'ArrowDown'): Promise<void> {
  for (let press = 0; press < 10 && !name.test(await focusedName(tab)); press++) await tab.press(key);
  expect(await focusedName(tab)).toMatch(name);
}

/**
 * Presses OK, waits for a condition, and expects a visible control to have the focus, without a recovery by
 * `<RemoteControl>`.
 */
async function pressOk(isDone: () => Promise<boolean>): Promise<void> {
  await tab.press('Enter');
  await expect.poll(isDone).toBe(true);
  expect((await page.evaluate(() => window.observe())).faults).toEqual([]);
}

test('removing chips with a remote moves the focus to the next chip, and at the end to the nearest button', async () => {
  await goToControls('f=1&f.genres=35.18');
  const hasChip = (name: string) => page.getByRole('button', { name: `Remove ${name}` }).count();
  await goTo(/^Remove Drama$/, 'ArrowDown');
  await pressOk(async () => (await hasChip('Drama')) === 0);
  expect(await focusedName(tab)).toBe('Remove Comedy');
  await pressOk(async () => (await hasChip('Comedy')) === 0);
  expect(await focusedName(tab)).toBe('Filters');
}, 120_000);

test('signing out with a remote focuses a control of the sign-in', async () => {
  await goToControls('');
  await goTo(/^Sign out$/, 'ArrowDown');
  await pressOk(async () => (await page.locator('.discovr-DeviceSignIn-code').count()) > 0);
  expect(await focusedName(tab)).toBe('Cancel');
}, 120_000);
