import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { POPUP_POLL_INTERVAL_MS } from '../../src/session/timing.js';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';

const SAME_ORIGIN = { 'cross-origin-opener-policy': 'same-origin' };

let browser: Browser;
let script: string;
let emulator: ServedEmulator;
let context: BrowserContext;
const pages: ServedPage[] = [];

beforeAll(async () => {
  [browser, script, emulator] = await Promise.all([
    launchChromium(),
    bundleScript('test/webSignIn/app.ts'),
    serveEmulator({ port: 0 }),
  ]);
}, 60_000);
afterAll(() => Promise.all([browser.close(), emulator.close(), ...pages.map((page) => page.close())]));
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

/** Opens the app. */
async function openApp(headers: Readonly<Record<string, string>> = {}): Promise<Page> {
  const app = await servePage(script, headers);
  pages.push(app);
  const page = await context.newPage();
  await page.goto(`${app.url}?api=${encodeURIComponent(emulator.url)}`);
  await expect.poll(saidBy(page), patiently).toBe('signed out null');
  return page;
}

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** What the app says of the sign-in; for `expect.poll`. */
const saidBy = (page: Page) => () => page.locator('output').textContent();
const patiently = { timeout: 10_000 };

/** Presses a button, and gives the window that opens. */
async function openedBy(page: Page, name: string): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), click(page, name)]);
  return popup;
}

describe('in a window', () => {
  test('a person signs in, and the window closes', async () => {
    const page = await openApp();
    const popup = await openedBy(page, 'Window');
    await click(popup, 'Sign in');
    await expect.poll(saidBy(page), patiently).toBe('signed in {"kept":true}');
    await expect.poll(() => popup.isClosed()).toBe(true);
  });

  test('a person declines', async () => {
    const page = await openApp();
    await click(await openedBy(page, 'Window'), 'Cancel');
    await expect.poll(saidBy(page), patiently).toBe('USER_CANCELLED');
  });

  test('a person closes it', async () => {
    await context.clock.install();
    const page = await openApp();
    const popup = await openedBy(page, 'Window');
    await popup.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    // The client checks the window at an interval; one that closes before the second check counts as cut off.
    await page.clock.runFor(2 * POPUP_POLL_INTERVAL_MS);
    await popup.close();
    await expect.poll(saidBy(page), patiently).toBe('USER_CANCELLED');
  });

  test('it comes to the front when it is asked for again, and no second one opens', async () => {
    const page = await openApp();
    const popup = await openedBy(page, 'Window');
    await click(page, 'Window');
    expect(context.pages()).toHaveLength(2);
    await click(popup, 'Sign in');
    await expect.poll(saidBy(page), patiently).toBe('signed in {"kept":true}');
  });

  test('it closes with the client', async () => {
    const page = await openApp();
    const popup = await openedBy(page, 'Window');
    await popup.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await click(page, 'Dispose');
    await expect.poll(() => popup.isClosed()).toBe(true);
    await expect.poll(saidBy(page), patiently).toBe('AbortError: The sign-in was given up.');
  });

  test('another page that speaks to ours is not heard', async () => {
    const page = await openApp();
    const popup = await openedBy(page, 'Window');
    const state = new URL(popup.url()).searchParams.get('state');
    await page.evaluate((stolen) => {
      window.postMessage({ type: 'discovr:authorization', code: 'forged', state: stolen }, '*');
    }, state);
    await click(popup, 'Sign in');
    await expect.poll(saidBy(page), patiently).toBe('signed in {"kept":true}');
  });
});

describe('where the window cannot be used, that is said, and nobody has cancelled', () => {
  test('blocked by the browser', async () => {
    const page = await openApp();
    await page.goto(`${page.url()}&opens`);
    await expect.poll(saidBy(page), patiently).toBe('POPUP_BLOCKED');
    expect(context.pages()).toEqual([page]);
  });

  test('cut off by a policy of our page', async () => {
    const page = await openApp(SAME_ORIGIN);
    const popup = await openedBy(page, 'Window');
    await popup.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await expect.poll(saidBy(page), patiently).toBe('POPUP_BLOCKED');
    expect(popup.isClosed()).toBe(false);
  });

  test('cut off by a policy of the sign-in page', async () => {
    await context.route(`${emulator.url}/authorize?*`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...SAME_ORIGIN } });
    });
    const page = await openApp();
    const popup = await openedBy(page, 'Window');
    await expect.poll(saidBy(page), patiently).toBe('POPUP_BLOCKED');
    expect(popup.isClosed()).toBe(false);
  });
});

test('a policy that lets windows be leaves the window in touch', async () => {
  const page = await openApp({ 'cross-origin-opener-policy': 'same-origin-allow-popups' });
  await click(await openedBy(page, 'Window'), 'Sign in');
  await expect.poll(saidBy(page), patiently).toBe('signed in {"kept":true}');
});

describe('by redirect', () => {
  test('a person signs in and is back, also on a page with a strict policy', async () => {
    const page = await openApp(SAME_ORIGIN);
    await click(page, 'Redirect');
    await click(page, 'Sign in');
    await expect.poll(saidBy(page), patiently).toBe('signed in {"kept":true,"returnTo":"/films"}');
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['api']);
    await page.reload();
    await expect.poll(saidBy(page), patiently).toBe('AUTH_FAILED');
  });

  test('a person declines and is back', async () => {
    const page = await openApp();
    await click(page, 'Redirect');
    await click(page, 'Cancel');
    await expect.poll(saidBy(page), patiently).toBe('USER_CANCELLED');
  });
});
