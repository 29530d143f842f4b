import assert from 'node:assert/strict';
import { createBrowser } from './requestBrowser.mjs';

/** Delay of each request to the emulator: enough to leave during a mint. */
export const CALL_LATENCY_MS = 200;
const COMEDIES = '/?f=1&f.genres=35';

/**
 * Uses an app whose server keeps the sign-in and renders its pages, as its page in a browser would: signs in with a
 * code, chooses a profile, requests a page, and signs out. Returns what went wrong.
 */
export async function callServer(origin, api) {
  const browser = createBrowser(origin, CALL_LATENCY_MS / 2);
  try {
    await assertSignedOut(browser);
    await signIn(browser, api);
    const profileId = await chooseProfile(browser);
    await refuseOtherSites(browser, profileId);
    await ignorePlantedCookies(browser);
    await renderPage(browser);
    await renewInRequest(browser);
    await shareMint(browser, profileId);
    await leaveDuringMint(browser, profileId);
    await signOut(browser);
    return [];
  } catch (error) {
    return [`${error.stack}\nafter ${browser.responses.at(-1) ?? 'no response'}`];
  }
}

async function assertSignedOut(browser) {
  assert.deepEqual(await json(await browser.call('GET', '/sign-in')), { signIn: null });
  assert.match(await (await browser.open('/')).text(), /Sign in with Discovr/);
}

/** Signs in with a code, which the user approves at the emulator. */
async function signIn(browser, api) {
  const { deviceCode, userCode } = await json(await browser.call('POST', '/auth/device-codes'));
  const poll = () => browser.call('POST', `/auth/device-codes/${deviceCode}/poll`);
  assert.deepEqual(await json(await poll()), { status: 'pending' });
  const approval = await fetch(`${api}/activate`, {
    method: 'POST',
    body: new URLSearchParams({ userCode, decision: 'approve' }),
  });
  assert.equal(approval.status, 200, 'the user approves the code');
  const response = await poll();
  const { publicId, ...rest } = await json(response);
  assert.deepEqual(rest, { status: 'approved' }, 'the response contains no token');
  assertSealed(response, 'discovr-refresh');
  assert.deepEqual(await json(await browser.call('GET', '/sign-in')), { signIn: { publicId } });
}

/** Gets a session of the first profile, and returns the id of the profile. */
async function chooseProfile(browser) {
  const { profiles } = await json(await browser.call('GET', '/profiles'));
  const profileId = profiles[0].id;
  const response = await browser.call('POST', '/auth/session-token', { body: { profileId } });
  const session = await json(response);
  assert.ok(session.sessionToken && session.remainingMs > 0, 'the session is usable');
  assertSealed(response, 'discovr-session');
  const current = await json(await browser.call('GET', '/sign-in'));
  assert.equal(current.signIn.profileId, profileId, 'the server remembers the profile');
  return profileId;
}

async function refuseOtherSites(browser, profileId) {
  for (const headers of [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'x-discovr-request': '0' },
  ]) {
    const response = await browser.call('POST', '/auth/session-token', { body: { profileId }, headers });
    assert.equal(response.status, 403, `the server refuses ${JSON.stringify(headers)}`);
    assert.deepEqual(response.headers.getSetCookie(), []);
  }
}

/**
 * Cookies count as absent if their names begin with a no-break space, for which browsers do not check the prefix, or appear
 * twice. The space is the byte A0, or C2 A0 in workerd, which decodes headers as UTF-8.
 */
async function ignorePlantedCookies(browser) {
  const own = [...browser.cookies];
  const replaceCookies = (pairs) => {
    browser.cookies.clear();
    for (const [name, value] of pairs) browser.cookies.set(name, value);
  };
  for (const planted of [
    own.map(([name, value]) => [`\u00a0${name}`, value]),
    own.map(([name, value]) => [`\u00c2\u00a0${name}`, value]),
    own.map(([name, value]) => [name, `${value}; ${name}=${value}`]),
  ]) {
    replaceCookies(planted);
    await assertSignedOut(browser);
    assert.deepEqual((await browser.open('/')).headers.getSetCookie(), [], 'no cookie replaces a planted one');
  }
  replaceCookies(own);
}

/** The HTML of a page contains the titles that the server has requested for the user. */
async function renderPage(browser) {
  const response = await browser.open(COMEDIES);
  assert.equal(response.headers.get('cache-control'), 'private, no-store');
  const html = await response.text();
  const { initialSession, state } = JSON.parse(/var appProps = (\{.*?\})<\/script>/s.exec(html)[1]);
  assert.equal(initialSession.status, 'active');
  const data = state.queries.map((query) => query.state.data);
  const hero = data.flatMap((page) => page.hero ?? []);
  const rows = data.flatMap(({ pages = [] }) => pages.flatMap(({ items }) => (items ? [items] : [])));
  assert.ok(hero.length > 0 && rows.length === 3, `the server gets the hero and three rows, not ${rows.length}`);
  // Without scripts, which contain the data of the page.
  const markup = html.replaceAll(/<script\b.*?<\/script>/gs, '');
  for (const { title } of [hero[0], ...rows.map(([first]) => first)]) {
    assert.ok(markup.includes(escaped(title)), `the HTML contains the title ${title}`);
  }
}

/** Without a session cookie, the server gets a session before it renders, and the browser receives its cookie. */
async function renewInRequest(browser) {
  browser.cookies.delete('discovr-session');
  assertSealed(await browser.open(COMEDIES), 'discovr-session');
  await renderPage(browser);
}

/** Simultaneous requests for another session get the same one. */
async function shareMint(browser, profileId) {
  const request = await replacingRequest(browser, profileId);
  const responses = await Promise.all(Array.from({ length: 4 }, () => browser.call(...request)));
  const sessions = await Promise.all(responses.map(json));
  assert.equal(new Set(sessions.map(({ sessionId }) => sessionId)).size, 1, 'the requests share a session');
}

/** A browser that leaves during a mint gets a session when it comes back. In workerd, the mint stops when it leaves. */
async function leaveDuringMint(browser, profileId) {
  const request = await replacingRequest(browser, profileId);
  await browser.leave(...request);
  assert.ok((await json(await browser.call(...request))).sessionToken, 'the browser gets a session');
}

/** Returns a request for another session than the current one, so that the server mints. */
async function replacingRequest(browser, profileId) {
  const body = { profileId };
  const { sessionId } = await json(await browser.call('POST', '/auth/session-token', { body }));
  const headers = { 'x-discovr-replaces': encodeURIComponent(sessionId) };
  return ['POST', '/auth/session-token', { body, headers }];
}

async function signOut(browser) {
  const refreshCookie = browser.cookies.get('discovr-refresh');
  assert.deepEqual(await json(await browser.call('DELETE', '/auth/session')), { revoked: true });
  assert.deepEqual([...browser.cookies.keys()], [], 'the cookies are deleted');
  await assertSignedOut(browser);
  browser.cookies.set('discovr-refresh', refreshCookie);
  assert.equal((await browser.call('GET', '/profiles')).status, 401, 'the refresh token is revoked');
}

async function json(response) {
  assert.equal(response.status, 200, response.url);
  return response.json();
}

/** A response sets a cookie that no script can read, with an encrypted value. */
function assertSealed(response, name) {
  const cookie = response.headers.getSetCookie().find((change) => change.startsWith(`${name}=`));
  assert.match(cookie ?? '', /^[\w-]+=[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+; .*HttpOnly; SameSite=Lax/, `cookie ${name}`);
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');
