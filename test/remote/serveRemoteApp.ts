import type { Browser } from 'playwright';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { bundleScript, servePage } from '../support/chromium/servePage.js';

/** A browser, and an app for it that is operated with a remote control or, with `?keyboard`, with a keyboard. */
export interface RemoteApp {
  readonly browser: Browser;
  readonly url: string;
  close(): Promise<unknown>;
}

/** Launches Chromium and serves the app. */
export async function serveRemoteApp(): Promise<RemoteApp> {
  const [browser, script] = await Promise.all([
    launchChromium(),
    bundleScript('test/remote/app.tsx', { hasFastReact: true }),
  ]);
  const page = await servePage(script);
  return { browser, url: page.url, close: () => Promise.all([browser.close(), page.close()]) };
}
