import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { DiscovrCredential } from '../../../src/client/index.js';
import { generatedTitles } from '../../../src/emulator/catalogue/generatedTitles.js';
import { serveEmulator, type ServedEmulator } from '../../../src/emulator/serve/serveEmulator.js';
import { launchChromium } from '../../support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from '../../support/chromium/servePage.js';

/** Who a tab is for; what is left out is the same for all tabs of a device. */
export interface TabOptions {
  readonly basePath?: string;
  readonly clientId?: string;
  readonly profilePerTab?: boolean;
}

/** A browser with its own storage and clock, and a Discovr of its own to talk to. */
export interface Device {
  readonly context: BrowserContext;
  readonly control: ServedEmulator['emulator']['control'];
  /** Two base URLs of the same Discovr. */
  readonly basePaths: readonly [string, string];
  /** Ids of the two profiles. */
  readonly profiles: readonly [string, string];
  /** A sign-in, with the first profile where no other is named. */
  credential(profileId?: string): DiscovrCredential;
  /** Opens a tab, and waits until it knows who is there. */
  openTab(options?: TabOptions): Promise<Page>;
  /** Opens a page of the same origin without a client. */
  openEmptyPage(): Promise<Page>;
  /** Lets time pass for the server and for all tabs at once, as while a lid is closed: timers fire once at most. */
  passTime(milliseconds: number): Promise<void>;
  mints(): number;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The client id of tabs that name none. */
export const CLIENT_ID = 'tabs-app';

/** Starts the browser and the server of pages for the tests of a file; the result makes a device for one test. */
export function devices(): (options?: { readonly clockIsOffBy?: number }) => Promise<Device> {
  let browser: Browser;
  let served: ServedPage;
  beforeAll(async () => {
    served = await servePage(await bundleScript('test/tabs/support/tab.ts'));
    browser = await launchChromium();
  }, 60_000);
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
    catalogue: generatedTitles(50),
    now: () => Date.now() + passedMs,
  });
  const complaints: string[] = [];
  await context.clock.install({ time: Date.now() + clockIsOffBy });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    // The browser itself notes each answer that is an error; whether one is right is for the test to say.
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    await close();
    expect(complaints, 'unexpected console output of a tab').toEqual([]);
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

/** Waits until a tab knows who is there, after it was opened or reloaded. */
export async function untilKnown(tab: Page): Promise<void> {
  await tab.waitForFunction(() => window.tab.client.getSession().status !== 'unknown');
}
