import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { POPUP_POLL_INTERVAL_MS } from '../../src/session/clock.js';
import { launchWholeChromium } from '../support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';

const SAME_ORIGIN = { 'cross-origin-opener-policy': 'same-origin' };

let browser: Browser;
let script: string;
let emulator: ServedEmulator;
let context: BrowserContext;
const pages: ServedPage[] = [];

beforeAll(async () => {
  [browser, script, emulator] = await Promise.all([
    launchWholeChromium(),
    bundleScript('test/webSignIn/app.ts'),
    serveEmulator({ port: 0 }),
  ]);
});
afterAll(() => Promise.all([browser.close(), emulator.close(), ...pages.map((page) => page.close())]));
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

async function openApp(headers: Readonly<Record<string, string>> = {}): Promise<Page> {
  const app = await servePage(script, { headers });
  pages.push(app);
  const page = await context.newPage();
  await page.goto(`${app.url}?api=${encodeURIComponent(emulator.url)}`);
  await expect.poll(outputOf(page)).toBe('signed out null');
  return page;
}

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Returns a function that reads the app's output, for `expect.poll`. */
const outputOf = (page: Page) => () => page.locator('output').textContent();

/** Clicks a button, and returns the popup that opens. */
async function openedBy(page: Page, name: string): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), click(page, name)]);
  return popup;
}

describe('a sign-in by popup', () => {
  test('signs in and closes the popup', async () => {
    const page = await openApp();
    const popup = await openedBy(page, 'Popup');
    await click(popup, 'Sign in');
    await expect.poll(outputOf(page)).toBe('signed in {"kept":true}');
    await expect.poll(() => popup.isClosed()).toBe(true);
  });

  test('rejects with USER_CANCELLED when the user declines', async () => {
    const page = await openApp();
    await click(await openedBy(page, 'Popup'), 'Cancel');
    await expect.poll(outputOf(page)).toBe('USER_CANCELLED');
  });

  test('rejects with USER_CANCELLED when the user closes the popup', async () => {
    await context.clock.install();
    const page = await openApp();
    const popup = await openedBy(page, 'Popup');
    await popup.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    // The client checks the popup at an interval. A popup that closes before the second check counts as cut off.
    await page.clock.runFor(2 * POPUP_POLL_INTERVAL_MS);
    await popup.close();
    await expect.poll(outputOf(page)).toBe('USER_CANCELLED');
  });

  test('opens no second popup when it is started again before it ends', async () => {
    const page = await openApp();
    const popup = await openedBy(page, 'Popup');
    await click(page, 'Popup');
    expect(context.pages()).toHaveLength(2);
    await click(popup, 'Sign in');
    await expect.poll(outputOf(page)).toBe('signed in {"kept":true}');
  });

  test('closes the popup when the client is disposed', async () => {
    const page = await openApp();
    const popup = await openedBy(page, 'Popup');
    await popup.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await click(page, 'Dispose');
    await expect.poll(() => popup.isClosed()).toBe(true);
    await expect.poll(outputOf(page)).toBe('AbortError: The sign-in was aborted.');
  });

  test('ignores messages that do not come from the popup', async () => {
    const page = await openApp();
    const popup = await openedBy(page, 'Popup');
    const state = new URL(popup.url()).searchParams.get('state');
    await page.evaluate((stolen) => {
      window.postMessage({ type: 'discovr:authorization', code: 'forged', state: stolen }, '*');
    }, state);
    await click(popup, 'Sign in');
    await expect.poll(outputOf(page)).toBe('signed in {"kept":true}');
  });
});

describe('a sign-in by popup rejects with POPUP_BLOCKED when the popup is', () => {
  test('blocked by the browser', async () => {
    const page = await openApp();
    await page.goto(`${page.url()}&opens`);
    await expect.poll(outputOf(page)).toBe('POPUP_BLOCKED');
    expect(context.pages()).toEqual([page]);
  });

  test('cut off by a policy of the app’s page', async () => {
    const page = await openApp(SAME_ORIGIN);
    const popup = await openedBy(page, 'Popup');
    await popup.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await expect.poll(outputOf(page)).toBe('POPUP_BLOCKED');
    expect(popup.isClosed()).toBe(false);
  });

  test('cut off by a policy of the sign-in page', async () => {
    await context.route(`${emulator.url}/authorize?*`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...SAME_ORIGIN } });
    });
    const page = await openApp();
    const popup = await openedBy(page, 'Popup');
    await expect.poll(outputOf(page)).toBe('POPUP_BLOCKED');
    expect(popup.isClosed()).toBe(false);
  });
});

test('a sign-in by popup works with the policy same-origin-allow-popups', async () => {
  const page = await openApp({ 'cross-origin-opener-policy': 'same-origin-allow-popups' });
  await click(await openedBy(page, 'Popup'), 'Sign in');
  await expect.poll(outputOf(page)).toBe('signed in {"kept":true}');
});

describe('a sign-in by redirect', () => {
  test('signs in and returns, even to a page with a strict policy', async () => {
    const page = await openApp(SAME_ORIGIN);
    await click(page, 'Redirect');
    await click(page, 'Sign in');
    await expect.poll(outputOf(page)).toBe('signed in {"kept":true,"returnTo":"/films"}');
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['api']);
    await page.reload();
    await expect.poll(outputOf(page)).toBe('AUTH_FAILED');
  });

  test('rejects with USER_CANCELLED when the user declines and returns', async () => {
    const page = await openApp();
    await click(page, 'Redirect');
    await click(page, 'Cancel');
    await expect.poll(outputOf(page)).toBe('USER_CANCELLED');
  });
});
