import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { serve } from '../scripts/consumers/processes.mjs';
import { browserFlags, ensureBrowser } from '../scripts/findBrowser.mjs';
import { median, medianRatio } from './statistics.mjs';
import { serveApp } from './visit/serveApp.mjs';

const command = fileURLToPath(new URL('../dist/emulator/command.js', import.meta.url));

const PAGES = { browser: 'Rendered in the browser', server: 'Rendered on the server' };
/** Delay of each response of the app's server and of the API. */
const LATENCY_MS = 50;
const WARM_UP = 1;
const VISITS = 9;
/** Time between visits, by the clock of the app's server. After ten seconds, it mints another session. */
const BETWEEN_MS = 11_000;

/**
 * Visits an app whose server keeps the sign-in, as a user with a profile whose session has ended: in turn a page that
 * the server renders, and the same page rendered only in the browser. Nothing is in the browser's cache.
 */
export async function measureVisit() {
  const emulator = serve([command, '--port', '0', '--latency', String(LATENCY_MS)], {});
  let app;
  let browser;
  try {
    const [api] = /http:\/\/localhost:\d+/.exec(await emulator.untilPrinted(/Press Ctrl-C/));
    app = await serveApp(api, LATENCY_MS);
    browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
    const cookie = await signIn(browser, app.origin, api);
    const runs = { browser: [], server: [] };
    for (let visit = -WARM_UP; visit < VISITS; visit += 1) {
      for (const name of Object.keys(PAGES)) {
        app.passTime(BETWEEN_MS);
        const run = await visitOnce(browser, cookie, `${app.origin}/${name}`);
        if (visit >= 0) runs[name].push(run);
      }
    }
    return { 'A visit after the session has ended: ratio to the page rendered in the browser': tableOf(runs) };
  } finally {
    await browser?.close();
    app?.close();
    emulator.end();
  }
}

/** Signs a user in by code, chooses a profile, and returns the cookie of the sign-in. */
async function signIn(browser, origin, api) {
  const context = await browser.newContext();
  const ask = async (method, path, data) => {
    const headers = { origin, 'x-discovr-request': '1' };
    const response = await context.request.fetch(`${origin}/api/discovr${path}`, { method, headers, data });
    if (!response.ok()) throw new Error(`${method} ${path} returned ${response.status()}.`);
    return response.json();
  };
  const { deviceCode, userCode } = await ask('POST', '/auth/device-codes');
  await context.request.post(`${api}/activate`, { form: { userCode, decision: 'approve' } });
  await ask('POST', `/auth/device-codes/${deviceCode}/poll`);
  const { profiles } = await ask('GET', '/profiles');
  await ask('POST', '/auth/session-token', { profileId: profiles[0].id });
  const cookies = await context.cookies();
  await context.close();
  return cookies.find(({ name }) => name === 'discovr-refresh');
}

async function visitOnce(browser, cookie, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([cookie]);
  await context.addInitScript(watch);
  const page = await context.newPage();
  const failures = [];
  page.on('pageerror', (error) => failures.push(error.message));
  const devTools = await context.newCDPSession(page);
  const requestedAt = [];
  devTools.on('Network.requestWillBeSent', ({ request, wallTime }) => {
    if (!request.url.startsWith('data:')) requestedAt.push(wallTime * 1_000);
  });
  await devTools.send('Network.enable');
  await page.goto(url);
  await page.waitForFunction(() => globalThis.bench.firstCardAt && globalThis.bench.mountedAt);
  const { firstCardAt, mountedAt, timeOrigin } = await page.evaluate(() => ({
    ...globalThis.bench,
    timeOrigin: performance.timeOrigin,
  }));
  await context.close();
  if (failures.length > 0) throw new Error(`${url} failed: ${failures.join(' ')}`);
  return {
    firstCard: firstCardAt,
    usableCard: Math.max(firstCardAt, mountedAt),
    requests: requestedAt.filter((at) => at < timeOrigin + firstCardAt).length,
  };
}

/** Notes the time when the first frame with a title in a row has been drawn. Runs in the page, before its scripts. */
function watch() {
  globalThis.bench = {};
  const hasTitle = (item) => item.textContent !== '' || [...item.querySelectorAll('img')].some(({ alt }) => alt !== '');
  const observer = new MutationObserver(() => {
    const items = document.querySelectorAll('.discovr-Rail-item:not([data-placeholder])');
    if (![...items].some(hasTitle)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => (globalThis.bench.firstCardAt = performance.now()), { once: true });
      port1.start();
      port2.postMessage(undefined);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

function tableOf(runs) {
  const rows = (what, figure, isCount = false) => {
    const base = runs.browser.map(figure);
    return Object.entries(PAGES).map(([name, page]) => {
      const figures = runs[name].map(figure);
      return {
        name: `${page}: ${what}`,
        ms: median(figures),
        ...(isCount && { figure: String(median(figures)) }),
        ratio: medianRatio(figures, base),
        ...(name === 'server' && { target: 1 }),
      };
    });
  };
  return [
    ...rows('first card', ({ firstCard }) => firstCard),
    ...rows('first card that can be used', ({ usableCard }) => usableCard),
    ...rows('requests before the first card', ({ requests }) => requests, true),
  ];
}
