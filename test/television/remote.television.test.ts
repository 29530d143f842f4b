import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserFlags } from '../../scripts/findBrowser.mjs';
import { pressRandomKeys } from '../remote/pressRandomKeys.js';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';

const STEPS = 100;
const firstSeed = Number(process.env['DISCOVR_FUZZ_SEED'] ?? 1);

let browser: Browser;
let app: ServedPage;

beforeAll(async () => {
  const executablePath = process.env['DISCOVR_TELEVISION'];
  const [launched, polyfills, script] = await Promise.all([
    chromium.launch({ ...(executablePath && { executablePath }), args: [...browserFlags, '--no-zygote'] }),
    bundleScript('test/television/polyfills.ts', { target: 'chrome85' }),
    bundleScript('test/remote/app.tsx', { target: 'chrome85' }),
  ]);
  browser = launched;
  const css = JSON.stringify(`${readFileSync('dist/styles.tv.css', 'utf8')} body { margin: 0; }`);
  const withStyle = `document.head.appendChild(document.createElement('style')).textContent = ${css};`;
  app = await servePage([polyfills, withStyle, script].join('\n'));
}, 60_000);
afterAll(() => Promise.all([browser.close(), app.close()]));

test(
  `random keys of a remote never lose the focus on a television of 2022 (DISCOVR_FUZZ_SEED=${firstSeed})`,
  async () => expect(await pressRandomKeys(browser, app.url, firstSeed, STEPS)).toEqual([]),
  300_000,
);
