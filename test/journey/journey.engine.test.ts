import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { isTelevision, launchEngine } from '../support/browsers/launchEngine.js';
import type { Tab, TabBrowser } from '../support/browsers/tab.js';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';
import { bundleForTelevision, televisionStyles } from '../television/support/bundleForTelevision.js';
import {
  click,
  countOf,
  filterComedies,
  goBackTo,
  likeFirstTitle,
  openDestination,
  signIn,
  untilReady,
} from './steps.js';
import { focusedName, focusedRow, placesOf, titlesOf } from './support.js';

let browser: TabBrowser;
let script: string;
let app: ServedPage;
let emulator: ServedEmulator;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchEngine(), bundleApp()]);
});
afterAll(() => browser.close());

// Each attempt has an origin of its own, and is therefore signed out.
beforeEach(async () => {
  [app, emulator] = await Promise.all([servePage(script), serveEmulator({ port: 0 })]);
});
afterEach(() => Promise.all([app.close(), emulator.close()]));

const APP = 'test/journey/app.tsx';
const bundleApp = async () => (isTelevision ? (await bundleForTelevision(APP))(televisionStyles()) : bundleScript(APP));

const heightsOf = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('.discovr-Rail[data-row-id]')].map((rail) =>
      Math.round(rail.getBoundingClientRect().height),
    ),
  );

/** Waits until the tabs send no more requests. */
async function untilQuiet(): Promise<void> {
  let sent = -1;
  const isQuiet = () => {
    const before = sent;
    sent = emulator.emulator.control.requests.length;
    return sent === before;
  };
  await expect.poll(isQuiet, { interval: 500 }).toBe(true);
}

test('the user signs in, likes a title, goes back, reloads, opens a second tab, and signs out there', async () => {
  const { control } = emulator.emulator;
  const tab = await browser.newTab();
  await tab.goto(`${app.url}?api=${encodeURIComponent(emulator.url)}`);
  await signIn(tab, emulator.emulator);
  await filterComedies(tab);
  expect(control.count('POST /pages')).toBe(2);

  const leftAt = await openDestination(tab);
  await likeFirstTitle(tab, emulator.emulator);
  await goBackTo(tab, leftAt);

  // Rails below the viewport load their items before they come into view.
  await tab.evaluate(() => scrollTo(0, 0));
  const soonSeen = () =>
    tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.discovr-Rail[data-row-id]')]
        .filter((rail) => rail.getBoundingClientRect().top < innerHeight * 1.3)
        .map((rail) => rail.dataset['state']),
    );
  await expect.poll(async () => new Set(await soonSeen())).toEqual(new Set(['ready']));

  await tab.reload();
  await untilReady(tab);
  expect(await tab.evaluate(() => document.querySelector('.discovr-ActiveFilters')?.textContent)).toContain('Comedy');

  // A second tab at the same URL has the same user, filters and page.
  await untilQuiet();
  const [heights, titles] = [await heightsOf(tab), await titlesOf(tab)];
  const rowsSent = control.count('GET /pages/:id/rows');
  const second = await browser.newTab();
  await second.goto(await tab.evaluate(() => location.href));
  await untilReady(second);
  await untilQuiet();
  expect((await titlesOf(second))[0]).toBe(titles[0]);
  const rowsOfSecond = control.count('GET /pages/:id/rows') - rowsSent;

  // Rails keep their height and send no requests while their tab is hidden and when it is shown again.
  await tab.show();
  await untilQuiet();
  expect(await heightsOf(tab)).toEqual(heights);
  expect(control.count('GET /pages/:id/rows')).toBe(rowsSent + rowsOfSecond);

  // The arrow keys move the focus to the next title, down to the next rail, and back.
  await second.show();
  await second.evaluate(() =>
    document.querySelector<HTMLElement>('.discovr-Rail[data-row-id] .discovr-MediaCard')!.focus(),
  );
  const [first] = [await focusedName(second)];
  await second.press('ArrowRight');
  await expect.poll(() => focusedName(second)).not.toBe(first);
  const next = await focusedName(second);
  const row = await focusedRow(second);
  await second.press('ArrowDown');
  // The next rail may have the same title in this place.
  await expect.poll(() => focusedRow(second)).not.toBe(row);
  await second.press('ArrowUp');
  await expect.poll(() => focusedRow(second)).toBe(row);
  await expect.poll(() => focusedName(second)).toBe(next);
  expect((await placesOf(second)).length).toBeGreaterThan(1);

  await click(second, 'button', 'Sign out');
  await expect.poll(() => countOf(second, '.discovr-Rail')).toBe(0);
  await tab.show();
  await expect.poll(() => countOf(tab, '.discovr-Rail')).toBe(0);
  expect(await tab.evaluate(() => document.body.textContent)).toContain('Sign in');

  for (const each of [tab, second]) expect(await each.evaluate(() => window.faults)).toEqual([]);
}, 120_000);
