import { chromium, type Browser } from 'playwright';
import { browserFlags, findBrowser } from '../../../scripts/findBrowser.mjs';

/** Launches a real Chromium for a test in Node, with the popup blocker that users have, and perhaps with more flags. */
export function launchChromium(...flags: readonly string[]): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...browserFlags, ...flags],
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  });
}
