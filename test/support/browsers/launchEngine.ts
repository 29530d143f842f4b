import { createRequire } from 'node:module';
import type * as Playwright from 'playwright';
import { browserFlags, findBrowser } from '../../../scripts/findBrowser.mjs';
import { playwrightTabs } from './playwrightTab.js';
import type { TabBrowser } from './tab.js';
import { launchWebKit } from './launchWebKit.js';

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
    case 'firefox': {
      const executablePath = process.env['DISCOVR_FIREFOX']!;
      return playwrightTabs(await firefox.launch({ channel: 'moz-firefox', executablePath }), 'Firefox');
    }
    case 'webkit':
      return launchWebKit(process.env['DISCOVR_MINIBROWSER']!);
    default:
      throw new Error(`DISCOVR_ENGINE is "${engine}". It may be chromium, firefox or webkit.`);
  }
}
