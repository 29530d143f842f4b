import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { journeyByRemote } from '../journey/journeyByRemote.js';
import { playwrightTab } from '../support/browsers/playwrightTab.js';
import { servePage, type ServedPage } from '../support/chromium/servePage.js';
import { bundleForTelevision, televisionStyles } from './support/bundleForTelevision.js';
import { launchTelevision, SCREEN } from './support/launchTelevision.js';

let browser: Browser;
let app: ServedPage;
let emulator: ServedEmulator;

beforeAll(async () => {
  const bundled = bundleForTelevision('test/journey/app.tsx');
  [browser, app, emulator] = await Promise.all([
    launchTelevision(),
    bundled.then((withStyles) => servePage(withStyles(televisionStyles()))),
    serveEmulator({ port: 0 }),
  ]);
});
afterAll(() => Promise.all([browser.close(), app.close(), emulator.close()]));

test('the user signs in by code, opens pages, likes a title and goes back on an old television', async () => {
  const page = await browser.newPage({ viewport: SCREEN });
  await page.goto(`${app.url}?television&api=${encodeURIComponent(emulator.url)}`);
  await journeyByRemote(playwrightTab(page), emulator.emulator);
  expect(await page.evaluate(() => window.faults)).toEqual([]);
}, 120_000);
