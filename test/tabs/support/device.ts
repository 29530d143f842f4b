import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { DiscovrCredential } from '../../../src/client/index.js';
import { generatedTitles } from '../../../src/emulator/catalog/catalog.js';
import { serveEmulator, type ServedEmulator } from '../../../src/emulator/serve/serveEmulator.js';
import { launchChromium } from '../../support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from '../../support/chromium/servePage.js';

/** Options of a tab. An omitted option has the same default in all tabs of a device. */
export interface TabOptions {
  readonly basePath?: string;
  readonly clientId?: string;
  readonly profilePerTab?: boolean;
}

/** A browser with separate storage and a separate clock, connected to a separate embedded Discovr. */
export interface Device {
  readonly context: BrowserContext;
  readonly control: ServedEmulator['emulator']['control'];
  /** Two base URLs of the same Discovr. */
  readonly basePaths: readonly [string, string];
  /** Ids of the two profiles. */
  readonly profiles: readonly [string, string];
  /** Issues a credential, by default with the first profile. */
  credential(profileId?: string): DiscovrCredential;
  /** Opens a tab, and waits until its session status is known. */
  openTab(options?: TabOptions): Promise<Page>;
  /** Opens a page of the same origin without a client. */
  openEmptyPage(): Promise<Page>;
  /** Advances the clocks of the server and all tabs, as when a laptop was closed: each timer fires at most once. */
  passTime(milliseconds: number): Promise<void>;
  mints(): number;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Default client id of tabs. */
export const CLIENT_ID = 'tabs-app';

/** Starts a browser and a page server for the tests of a file. Returns a function that creates a device for a test. */
export function devices(): (options?: { readonly clockIsOffBy?: number }) => Promise<Device> {
  let browser: Browser;
  let served: ServedPage;
  beforeAll(async () => {
    served = await servePage(await bundleScript('test/tabs/support/tab.ts'));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });
  return async (options) => deviceIn(await browser.newContext(), served.url, options?.clockIsOffBy ?? 0);
}

async function deviceIn(context: BrowserContext, pageUrl: string, clockIsOffBy: number): Promise<Device> {
  let passedMs = 0;
  const { url, emulator, close } = await serveEmulator({
    port: 0,
    catalog: generatedTitles(50),
    now: () => Date.now() + passedMs,
  });
  const consoleErrors: string[] = [];
  await context.clock.install({ time: Date.now() + clockIsOffBy });
  context.on('weberror', (error) => consoleErrors.push(String(error.error())));
  context.on('console', (message) => {
    // The browser logs each error response; the tests check these themselves.
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource'))
      consoleErrors.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    await close();
    expect(consoleErrors, 'unexpected console output of a tab').toEqual([]);
  });

  const [first, second] = emulator.control.profiles().map(({ id }) => id) as [string, string];
  return {
    context,
    control: emulator.control,
    basePaths: [url, url.replace('localhost', '127.0.0.1')],
    profiles: [first, second],
    credential: (profileId = first) => emulator.issueCredential({ profileId }),
    async openTab(options = {}) {
      const page = await context.newPage();
      const query = Object.entries({ basePath: url, clientId: CLIENT_ID, ...options });
      const search = new URLSearchParams(query.map(([key, value]) => [key, String(value)]));
      await page.goto(`${pageUrl}?${search.toString()}`);
      await untilKnown(page);
      return page;
    },
    async openEmptyPage() {
      const page = await context.newPage();
      await page.goto(`${pageUrl}empty`);
      return page;
    },
    async passTime(milliseconds) {
      passedMs += milliseconds;
      await context.clock.fastForward(milliseconds);
    },
    mints: () => emulator.control.count('POST /auth/session-token'),
  };
}

/** Waits until the session status of a tab is known after it was opened or reloaded. */
export async function untilKnown(tab: Page): Promise<void> {
  await tab.waitForFunction(() => window.tab.client.getSession().status !== 'unknown');
}
