import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { checkFeatures } from '../../test/engines/checkFeatures.mjs';
import { engines } from '../../test/engines/engines.mjs';
import { installEngines } from '../../test/engines/installEngines.mjs';
import { browserFlags } from '../findBrowser.mjs';
import { pressKeysIn } from './pressKeysIn.mjs';

const OLDEST = 'chrome 85';
/**
 * Features that es-check reports, but that do no harm: `ObjectHasOwn` has a polyfill in the app, old browsers ignore the cause of an error, and Chromium 85 has private
 * fields, although es-check counts them as newer.
 */
const ALLOWED = ['ObjectHasOwn', 'ErrorCause', 'PrivateClassFields'];

let television;

/**
 * Checks the files of a built app, opens them without a server in the browser of a television of 2022, and presses
 * keys. Returns everything that went wrong.
 *
 * @param dist folder of the built app.
 * @param folder folder for temporary files.
 */
export async function testOnTelevision(dist, folder) {
  television ??= prepare(join(folder, 'television'));
  const executablePath = await television;
  const faults = checkFeatures(`${dist}/**/*.js`, folder, OLDEST, ALLOWED);
  const browser = await chromium.launch({ executablePath, args: [...browserFlags, '--no-zygote'] });
  faults.push(...(await pressKeysIn(browser, pathToFileURL(join(dist, 'index.html')).href)));
  await browser.close();
  return faults;
}

/** Installs the browser and returns its path. */
async function prepare(folder) {
  await installEngines();
  mkdirSync(folder);
  return (await engines['chromium-85'].prepare(folder)).DISCOVR_TELEVISION;
}
