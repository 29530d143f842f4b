import { chromium, type Browser } from 'playwright';
import { browserFlags, findBrowser } from '../../../scripts/findBrowser.mjs';

/** Launches a current Chromium for a test in Node, perhaps with more flags. */
export const launchChromium = (...flags: readonly string[]): Promise<Browser> => launch(findBrowser(), flags);

/** Launches a Chromium that has developer tools, and the popup blocker that users have. */
export const launchWholeChromium = (): Promise<Browser> => launch(findBrowser({ isWhole: true }));

function launch(executablePath: string | undefined, flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...browserFlags, ...flags],
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  });
}
