import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { installDebianPackages } from './debianPackages.mjs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for a headless Chromium without a GPU, a sandbox or background network requests. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Returns the path of an installed Chromium: from `DISCOVR_BROWSER`, from Playwright or from the system. Returns
 * `undefined` if no Chromium is installed.
 *
 * A headless shell, which needs a third less of the processor, is preferred to a whole browser. With `isWhole`, only a
 * whole browser is returned: a headless shell has no popup blocker, no developer tools and no window.
 *
 * @throws {Error} when `DISCOVR_BROWSER` names a file that does not exist.
 */
export function findBrowser({ isWhole = false } = {}) {
  const named = process.env.DISCOVR_BROWSER;
  if (named && !existsSync(named))
    throw new Error(`DISCOVR_BROWSER points to ${named}, which does not exist. Correct or unset it.`);
  return [named, chromium.executablePath(), ...SYSTEM_BROWSERS].find(
    (path) => path && existsSync(path) && !(isWhole && /headless.shell/.test(path)),
  );
}

/**
 * Returns the path of a Chromium as {@link findBrowser} does, and installs one if necessary.
 *
 * @throws {Error} when no Chromium can be installed. The message says what to do.
 */
export function ensureBrowser(options = {}) {
  const found = findBrowser(options);
  if (found) return found;
  const packages = options.isWhole ? ['chromium'] : ['chromium-headless-shell', 'chromium'];
  if (!packages.some((name) => installDebianPackages(name))) {
    console.log('No Chromium found. Installing one with Playwright.');
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  }
  const installed = findBrowser(options);
  if (installed) return installed;
  throw new Error('The browser tests need Chromium or Chrome. Install one, or set DISCOVR_BROWSER to its path.');
}
