import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remoteControl } from '../remote/keyDevices.js';
import { pressRandomKeys } from '../remote/pressRandomKeys.js';
import { servePage, type ServedPage } from '../support/chromium/servePage.js';
import { bundleForTelevision, televisionStyles } from './support/bundleForTelevision.js';
import { launchTelevision } from './support/launchTelevision.js';

const STEPS = 100;
const firstSeed = Number(process.env['DISCOVR_FUZZ_SEED'] ?? 1);

let browser: Browser;
let app: ServedPage;

beforeAll(async () => {
  const [launched, withStyles] = await Promise.all([launchTelevision(), bundleForTelevision('test/remote/app.tsx')]);
  browser = launched;
  app = await servePage(withStyles(`${televisionStyles()} body { margin: 0; }`));
});
afterAll(() => Promise.all([browser.close(), app.close()]));

test(`random keys of a remote never lose the focus on an old television (DISCOVR_FUZZ_SEED=${firstSeed})`, async () => {
  const run = { browser, url: app.url, device: remoteControl, seed: firstSeed, steps: STEPS };
  expect(await pressRandomKeys(run)).toEqual([]);
}, 300_000);
