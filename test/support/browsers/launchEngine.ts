import { createRequire } from 'node:module';
import type * as Playwright from 'playwright';
import { browserFlags, findBrowser } from '../../../scripts/findBrowser.mjs';
import { playwrightTabs } from './playwrightTab.js';
import type { TabBrowser } from './tab.js';
import { launchWebKit } from './launchWebKit.js';
import { launchTelevision, SCREEN } from '../../television/support/launchTelevision.js';

/** Whether `DISCOVR_ENGINE` names the browser of an old television. */
export const isTelevision = /^chromium-\d+$/.test(process.env['DISCOVR_ENGINE'] ?? '');

/** Launches the browser that `DISCOVR_ENGINE` names. */
export async function launchEngine(): Promise<TabBrowser> {
  const engine = process.env['DISCOVR_ENGINE'];
  // `test/engines` pins the last Playwright that can drive Firefox ESR.
  const inEngines = createRequire(new URL('../../engines/package.json', import.meta.url));
  // Its types are the same as those of the Playwright that the other tests use.
  const { chromium, firefox } = inEngines('playwright') as typeof Playwright;
  switch (engine) {
    case 'chromium':
      return playwrightTabs(await chromium.launch({ executablePath: findBrowser()!, args: browserFlags }), 'Chromium');
    case 'chromium-85':
    case 'chromium-92':
      return playwrightTabs(await launchTelevision(), 'Chromium', SCREEN);
    case 'firefox': {
      const executablePath = process.env['DISCOVR_FIREFOX']!;
      return playwrightTabs(await firefox.launch({ channel: 'moz-firefox', executablePath }), 'Firefox');
    }
    case 'webkit':
      return launchWebKit(process.env['DISCOVR_MINIBROWSER']!);
    default:
      throw new Error(
        `DISCOVR_ENGINE is "${engine}". It may be chromium, chromium-85, chromium-92, firefox or webkit.`,
      );
  }
}
