import { chromium, type Browser } from 'playwright';
import { browserFlags, findBrowser } from '../../../scripts/findBrowser.mjs';

/** Starts a real Chromium for a test in Node, with the blocker of windows that people have. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: browserFlags,
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  });
}
