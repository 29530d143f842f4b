import assert from 'node:assert/strict';

/** Delay of each request to the emulator: enough for a page to arrive in parts. */
export const VISIT_LATENCY_MS = 50;
const TIMEOUT_MS = 20_000;

/**
 * Visits an app whose server keeps the sign-in and renders its pages: signs in, chooses a profile, filters, reloads,
 * opens a second tab, goes to a title and back, uses the app while its API is down, and signs out. Returns everything
 * that went wrong, including console errors and warnings, uncaught errors and failed requests.
 *
 * @param connection stops the API and starts it again.
 * @param streams whether the app sends the hero before the titles of the rails.
 */
export async function visitOnServer(browser, url, connection, { streams }) {
  const context = await browser.newContext();
  context.setDefaultTimeout(TIMEOUT_MS);
  const faults = [];
  const visit = { context, url, bodies: [], requests: [], isApiDown: false };
  context.on('console', (message) => {
    if (visit.isApiDown || !['error', 'warning'].includes(message.type())) return;
    faults.push(`console ${message.type()}: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => faults.push(`page error: ${error.error().stack}`));
  context.on('request', (request) => visit.requests.push(`${request.method()} ${request.url()}`));
  context.on('response', (response) => {
    if (response.status() >= 400 && !visit.isApiDown) faults.push(`${response.status()} ${response.url()}`);
    if (/\.(?:js|css)(?:\?|$)/.test(response.url())) return;
    // A navigation can end a response before its body is complete.
    response.text().then(
      (text) => visit.bodies.push(text),
      () => undefined,
    );
  });
  try {
    const page = await context.newPage();
    await signIn(page, visit);
    await assertDark(page);
    await filter(page);
    const shown = await titlesOf(page);
    const html = await reload(page, visit, shown);
    if (streams) assertStartsWithHero(html, shown);
    const second = await secondTab(visit, page.url(), shown);
    await openTitleAndReturn(page, visit, shown);
    await renewInRequest(page, visit);
    await failAndComeBack(visit, connection);
    await assertPrivate(page, visit, shown);
    await signOut(page, second, visit);
  } catch (error) {
    faults.push(error.stack ?? String(error));
  }
  await context.close();
  return faults;
}

async function signIn(page, { context, url }) {
  const response = await page.goto(url, { waitUntil: 'networkidle' });
  assert.match(await response.text(), /Sign in with Discovr/, 'the server renders the sign-in of a signed-out user');
  const opened = context.waitForEvent('page');
  await signInButton(page).click();
  const popup = await opened;
  await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Alex' }).click();
  await firstCard(page).waitFor();
}

/** On a dark device, the document around the drop-ins is as dark as they are. */
async function assertDark(page) {
  await page.emulateMedia({ colorScheme: 'dark' });
  const colors = await page.evaluate(() =>
    ['html', '.discovr-DiscovrPage'].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor),
  );
  assert.deepEqual(colors, ['rgb(18, 18, 20)', 'rgb(18, 18, 20)'], 'the document is dark');
}

async function filter(page) {
  const rowId = await firstRail(page).getAttribute('data-row-id');
  await chooseGenre(page, 'Comedy');
  await page.waitForURL('**/?f=1&f.genres=35');
  await page.getByRole('button', { name: 'Remove Comedy', exact: true }).waitFor();
  await page.locator(`[data-row-id="${rowId}"]`).waitFor({ state: 'detached' });
}

async function chooseGenre(page, name) {
  await page.getByRole('button', { name: /^Filters/ }).click();
  await page.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Show titles', exact: true }).click();
}

/** A reload has the titles in the HTML, and the browser requests none of them again. Returns the HTML. */
async function reload(page, visit, shown) {
  // The page that is left may still send requests until then.
  page.once('framenavigated', () => (visit.requests.length = 0));
  const response = await page.reload({ waitUntil: 'networkidle' });
  const html = await response.text();
  assertHasTitles(html, shown);
  assert.deepEqual(await titlesOf(page), shown, 'the titles are the same after a reload');
  // The page has no session token yet, so its first request to the API would be preceded by one for a token.
  const again = visit.requests.filter((request) => /session-token|\/pages(?:[/?]|$)/.test(request));
  assert.deepEqual(again, [], 'nothing is requested again');
  return html;
}

/** The server sends a whole page with the hero before the one with the titles of the rails. */
function assertStartsWithHero(html, [title]) {
  const firstCardAt = html.indexOf(`alt="${escaped(title)}"`);
  assert.ok(firstCardAt > 0, `the HTML contains a card of ${title}`);
  const start = html.slice(0, firstCardAt);
  assert.match(start, /discovr-Hero-title.*>Sign out<\/button>/s, 'the hero arrives before the titles of the rails');
}

async function secondTab({ context }, link, shown) {
  const tab = await context.newPage();
  const response = await tab.goto(link, { waitUntil: 'networkidle' });
  assertHasTitles(await response.text(), shown);
  assert.deepEqual(await titlesOf(tab), shown, 'a second tab shows the same titles');
  return tab;
}

async function openTitleAndReturn(page, { requests }, shown) {
  const list = page.url();
  requests.length = 0;
  for (const _ of ['first', 'second']) {
    await firstCard(page).click();
    await page.getByRole('heading', { level: 1, name: /^Title / }).waitFor();
    await untilStill(page);
    await page.goBack();
    await page.waitForURL(list);
    await firstCard(page).waitFor();
    assert.deepEqual(await titlesOf(page), shown, 'Back shows the same titles');
    await untilStill(page);
  }
  assertCreatesNoPage(requests);
  // Next.js hides the page until the user comes back.
  const further = requests.filter((request) => /\/items\?.*nextPageToken=/.test(request));
  assert.deepEqual(further, [], 'no rail loads more titles than before');
}

/** Without a session cookie, the server gets a session before it renders, and the browser uses the same one. */
async function renewInRequest(page, { context, requests }) {
  await context.clearCookies({ name: 'discovr-session' });
  requests.length = 0;
  const response = await page.reload({ waitUntil: 'networkidle' });
  assertHasTitles(await response.text(), await titlesOf(page));
  assertCreatesNoPage(requests);
}

/**
 * The API is down before the first page of a tab, and again before its second page: each time, the user reads why, and
 * gets the page with "Try again" once the API is back. The first page stays until the second one is there.
 */
async function failAndComeBack(visit, connection) {
  const tab = await visit.context.newPage();
  // The first one, because a rail that loads at that time has one too.
  const retry = tab.getByRole('button', { name: 'Try again', exact: true }).first();
  const recover = async () => {
    await tab.getByRole('heading').first().waitFor({ state: 'attached' });
    await tab.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
    await retry.waitFor();
    await connection.start();
    await retry.click();
    await retry.waitFor({ state: 'detached' });
    await firstCard(tab).waitFor();
    visit.isApiDown = false;
  };
  const stop = () => {
    visit.isApiDown = true;
    connection.stop();
  };
  stop();
  await tab.goto(`${visit.url}?f=1&f.genres=18`);
  await recover();
  const rowId = await firstRail(tab).getAttribute('data-row-id');
  const first = tab.locator(`[data-row-id="${rowId}"]`);
  stop();
  await chooseGenre(tab, 'History');
  await tab.getByRole('button', { name: 'Remove History', exact: true }).waitFor();
  await retry.waitFor();
  assert.ok(await first.isVisible(), 'the first page stays');
  await recover();
  await first.waitFor({ state: 'detached' });
  await tab.close();
}

/** No script can read a refresh token, and no cache may keep a personal page. */
async function assertPrivate(page, { context, bodies }, shown) {
  const cookies = await context.cookies();
  assert.deepEqual(cookies.map(({ name }) => name).sort(), ['discovr-refresh', 'discovr-session']);
  assert.ok(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax'));
  const readable = await page.evaluate(async () =>
    JSON.stringify([
      document.cookie,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      await indexedDB.databases(),
      document.documentElement.outerHTML,
    ]),
  );
  assert.doesNotMatch(readable + bodies.join(), /\brt_|discovr-refresh/, 'no script can read a refresh token');
  const response = await context.request.get(page.url());
  assert.equal(response.headers()['cache-control'], 'private, no-store');
  const ofOthers = await (await fetch(page.url())).text();
  for (const title of shown) {
    const isThere = ofOthers.includes(title) || ofOthers.includes(escaped(title));
    assert.ok(!isThere, `another user sees no titles: ${title}`);
  }
}

async function signOut(page, second, { context, url }) {
  const ended = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await ended;
  for (const tab of [page, second]) await signInButton(tab).waitFor();
  assert.deepEqual(await context.cookies(), []);
  const response = await page.goto(url, { waitUntil: 'networkidle' });
  assert.match(await response.text(), /Sign in with Discovr/);
}

const signInButton = (page) => page.getByRole('button', { name: 'Sign in on this device', exact: true });
const firstRail = (page) => page.locator('.discovr-Rail').first();
const firstCard = (page) => page.locator('.discovr-Rail-item a').first();

/** Waits for several frames, in which React renders what is hidden, and observers report. */
function untilStill(page) {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 10; frames += 1) await new Promise(requestAnimationFrame);
  });
}

/** Returns the first three titles of the first rail. */
async function titlesOf(page) {
  const images = firstRail(page).locator('.discovr-Rail-item img');
  await images.first().waitFor();
  return (await images.evaluateAll((found) => found.slice(0, 3).map(({ alt }) => alt))).filter(Boolean);
}

function assertCreatesNoPage(requests) {
  const created = requests.filter((request) => /POST .*\/pages/.test(request));
  assert.deepEqual(created, [], 'the browser has the page already');
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');

function assertHasTitles(html, titles) {
  assert.ok(titles.length > 0, 'there are titles');
  // Without scripts, which contain the data of the page.
  const markup = html.replaceAll(/<script\b.*?<\/script>/gs, '');
  for (const title of titles) assert.ok(markup.includes(escaped(title)), `the HTML contains the title ${title}`);
}
