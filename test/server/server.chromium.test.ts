import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page, Request } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { createDiscovrServer } from '../../src/server/index.js';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { bundleScript } from '../support/chromium/servePage.js';

let browser: Browser;
let emulator: ServedEmulator;
let server: Server;
let origin: string;
let context: BrowserContext;
/** Bodies of all responses of the server to the browser, and of other responses that the browser could still read. */
let bodies: string[];
/** Settles when the body of a response may end. */
let untilEndOfBody: () => Promise<unknown>;

beforeAll(async () => {
  const [launched, script, served] = await Promise.all([
    launchChromium(),
    bundleScript('test/server/browserApp.ts'),
    serveEmulator({ port: 0 }),
  ]);
  [browser, emulator] = [launched, served];
  const discovr = createDiscovrServer({
    clientId: 'my-app',
    basePath: emulator.url,
    secret: 'a secret of the tests, with 32 bytes or more',
  });
  const app = new Hono();
  app.all('/api/discovr/*', async ({ req }) => {
    const response = await discovr.fetch(req.raw);
    const text = await response.text();
    bodies.push(text);
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        await untilEndOfBody();
        controller.close();
      },
    });
    return new Response(text ? body : null, response);
  });
  app.get('/app.js', (page) => page.body(script, 200, { 'content-type': 'text/javascript' }));
  app.get('*', (page) =>
    page.html(
      `<!doctype html><html data-api="${emulator.url}"><body><script type="module" src="/app.js"></script>`,
      200,
      {
        'content-security-policy': `default-src 'self'; connect-src 'self' ${emulator.url}`,
        'cross-origin-opener-policy': 'same-origin',
      },
    ),
  );
  // `serve` also creates servers of other protocols, with other options.
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => Promise.all([browser.close(), emulator.close(), new Promise((resolve) => server.close(resolve))]));

beforeEach(async () => {
  context = await browser.newContext();
  bodies = [];
  untilEndOfBody = () => Promise.resolve();
  context.on('response', (response) => {
    if (response.url().endsWith('/app.js')) return;
    response.text().then(
      (text) => bodies.push(text),
      () => undefined,
    );
  });
});
afterEach(() => context.close());

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Returns a function that reads the session or page of the app, for `expect.poll`. */
const outputOf = (page: Page) => () => page.locator('output').textContent();
const signedOut = '{"status":"signedOut"}';

async function openApp(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/start`);
  return page;
}

/** Returns everything that scripts on the page can read. */
const readable = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify([
      document.cookie,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      await indexedDB.databases(),
      document.documentElement.outerHTML,
    ]),
  );

test('a visit: sign in by redirect, choose, reload, second tab, sign out; no script can read the refresh token', async () => {
  const page = await openApp();
  await expect.poll(outputOf(page)).toBe(signedOut);
  await click(page, 'Redirect');
  await click(page, 'Sign in');
  await page.waitForURL(`${origin}/films?kind=new`);
  await expect.poll(outputOf(page)).toBe('{"status":"signedIn"}');
  await click(page, 'Page');
  await expect.poll(outputOf(page)).toMatch(/^page_/);
  const id = await outputOf(page)();
  expect(bodies.join()).toContain('sessionToken');

  await page.reload();
  await expect.poll(outputOf(page)).toContain('"active"');
  await click(page, 'Page');
  await expect.poll(outputOf(page)).toBe(id);
  const second = await openApp();
  await expect.poll(outputOf(second)).toContain('"active"');
  await click(second, 'Page');
  await expect.poll(outputOf(second)).toBe(id);

  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual(['discovr-refresh', 'discovr-session']);
  expect(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax')).toBe(true);
  expect(await readable(page)).not.toMatch(/\brt_|discovr-refresh/);

  await click(page, 'Sign out');
  for (const tab of [page, second]) await expect.poll(outputOf(tab)).toContain('"signedOut"');
  // The app is signed out before the server has answered.
  await expect.poll(() => context.cookies()).toEqual([]);
  expect(bodies.join()).not.toMatch(/\brt_/);
});

test('the browser reports no request of a successful call as canceled', async () => {
  const signedOutPage = await openApp();
  await click(signedOutPage, 'Redirect');
  await click(signedOutPage, 'Sign in');
  await expect.poll(outputOf(signedOutPage)).toBe('{"status":"signedIn"}');
  const ended: string[] = [];
  const note = (request: Request) => ended.push(`${request.method()} ${request.url()} ${request.failure()?.errorText}`);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  // The end of each body arrives after its content, as behind Next.js.
  untilEndOfBody = () => new Promise((resolve) => network.once('Network.dataReceived', resolve));
  page.on('requestfinished', note).on('requestfailed', note);
  await page.goto(`${origin}/start`);
  await expect.poll(outputOf(page)).toBe('{"status":"signedIn"}');
  await click(page, 'Page');
  for (const call of ['/sign-in', '/profiles', '/session-token', '/pages'])
    await expect.poll(() => ended.join()).toContain(call);
  expect(ended.filter((line) => line.includes('net::'))).toEqual([]);
});

test('a sign-in by popup ends although a policy separates the popup from the page', async () => {
  const page = await openApp();
  await expect.poll(outputOf(page)).toBe(signedOut);
  await page.evaluate(() => (document.documentElement.dataset['isLeft'] = ''));
  const [popup] = await Promise.all([context.waitForEvent('page'), click(page, 'Popup')]);
  await click(popup, 'Sign in');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['popup'])).toBe('signed in');
  expect(await outputOf(page)()).toBe('{"status":"signedIn"}');
  await expect.poll(() => popup.isClosed()).toBe(true);
  expect(bodies.join()).not.toMatch(/\brt_/);
});

test('a user who closes the popup, or declines in it, is not signed in', async () => {
  const page = await openApp();
  for (const act of [(popup: Page) => popup.close(), (popup: Page) => click(popup, 'Cancel')]) {
    await expect.poll(outputOf(page)).toBe(signedOut);
    const [popup] = await Promise.all([context.waitForEvent('page'), click(page, 'Popup')]);
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await act(popup);
    const ended = () => page.evaluate(() => document.documentElement.dataset['popup']);
    await expect.poll(ended).toMatch(/user (?:closed|declined)/);
    await page.evaluate(() => delete document.documentElement.dataset['popup']);
  }
});

test('a page of another origin can neither sign the user out nor read anything', async () => {
  const page = await openApp();
  await click(page, 'Redirect');
  await click(page, 'Sign in');
  await expect.poll(outputOf(page)).toBe('{"status":"signedIn"}');
  const other = await context.newPage();
  // The same host on another port: to cookies the same site, but another origin.
  await other.goto(emulator.url);
  const tries = await other.evaluate(async (app) => {
    const attempt = (path: string, init: RequestInit) =>
      fetch(`${app}/api/discovr${path}`, { credentials: 'include', ...init }).then(
        async (response) => `${response.type} ${await response.text()}`,
        () => 'failed',
      );
    return [
      await attempt('/auth/session', { method: 'DELETE', headers: { 'x-discovr-request': '1' } }),
      await attempt('/auth/session-token', { method: 'POST', mode: 'no-cors', body: '{"profileId":"p"}' }),
      await attempt('/sign-in', {}),
      await attempt('/sign-in', { mode: 'no-cors' }),
    ];
  }, origin);
  expect(tries).toEqual(['failed', 'opaque ', 'failed', 'opaque ']);
  await page.reload();
  await expect.poll(outputOf(page)).toBe('{"status":"signedIn"}');
});
