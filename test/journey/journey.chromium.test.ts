import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { playwrightTab } from '../support/browsers/playwrightTab.js';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';
import { journeyByRemote } from './journeyByRemote.js';
import {
  approveCode,
  filterComedies,
  goBackTo,
  likeFirstTitle,
  likeInSheet,
  openDestination,
  signIn,
} from './steps.js';
import {
  downTo,
  focusedName,
  noteShifts,
  placesOf,
  readyRails,
  scrollToEnd,
  shiftsOf,
  tabTo,
  titlesOf,
  untilLoaded,
} from './support.js';

let browser: Browser;
let app: ServedPage;
let emulator: ServedEmulator;
let context: BrowserContext;

beforeAll(async () => {
  const [launched, script] = await Promise.all([launchChromium(), bundleScript('test/journey/app.tsx')]);
  browser = launched;
  app = await servePage(script);
});
afterAll(() => Promise.all([browser.close(), app.close()]));
beforeEach(async () => {
  [context, emulator] = await Promise.all([
    browser.newContext({ viewport: { width: 1280, height: 800 } }),
    serveEmulator({ port: 0 }),
  ]);
  await noteShifts(context);
});
afterEach(() => Promise.all([context.close(), emulator.close()]));

test('the user signs in, likes a title, goes back, opens a second tab, and scrolls in an expired session', async () => {
  const { control } = emulator.emulator;
  const page = await openAt(`${app.url}?api=${encodeURIComponent(emulator.url)}`);
  const tab = playwrightTab(page);
  await signIn(tab, emulator.emulator);
  await filterComedies(tab);
  expect(control.count('POST /pages')).toBe(2);
  const leftAt = await openDestination(tab);
  await likeFirstTitle(tab, emulator.emulator);
  await goBackTo(tab, leftAt);

  // A second tab at the same URL has the same user, filters and page.
  await untilLoaded(tab);
  const created = control.count('POST /pages');
  const second = await context.newPage();
  await second.goto(page.url());
  await readyRails(second).first().waitFor();
  expect(await second.getByRole('list', { name: 'Active filters' }).textContent()).toContain('Comedy');
  const titles = withoutReasons(await titlesOf(playwrightTab(second)));
  expect(titles).toEqual(withoutReasons(await titlesOf(tab)).slice(0, titles.length));
  expect(control.count('POST /pages')).toBe(created + 1);
  await second.close();

  // The session expires while the user is scrolling down.
  await page.evaluate(() => scrollBy(0, 600));
  await untilLoaded(tab);
  const before = await placesOf(tab);
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  const shifted = await shiftsOf(page);
  control.expireSession();
  control.outdatePages();
  const pages = control.count('POST /pages');
  await page.mouse.move(640, 400);
  await expect.poll(() => scrollToEnd(page)).toBe(true);
  expect(control.count('POST /pages')).toBe(pages + 1);
  const after = await placesOf(tab);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(focused);
  // After a fast scroll, a rail may be a few pixels taller than estimated.
  expect((await shiftsOf(page)) - shifted).toBeLessThan(0.005);
  expect(await page.getByRole('alert').count()).toBe(0);
}, 120_000);

test('the user filters, opens pages, likes a title and goes back with only the keyboard', async () => {
  const page = await openAt(`${app.url}?api=${encodeURIComponent(emulator.url)}`);
  const tab = playwrightTab(page);
  await tabTo(tab, 'Use another device');
  await page.keyboard.press('Enter');
  await approveCode(tab, emulator.emulator);
  // The focus moves to the heading of the profiles, from there to the profiles, and then to the page.
  await expect.poll(() => focusedName(tab)).toBe('Who’s watching?');
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedName(tab)).toBe(emulator.emulator.control.profiles()[0]!.name);
  await page.keyboard.press('Enter');
  await readyRails(page).first().waitFor();

  const row = await readyRails(page).first().getAttribute('data-row-id');
  await tabTo(tab, 'Filters');
  await page.keyboard.press('Enter');
  await tabTo(tab, 'Comedy');
  await page.keyboard.press('Space');
  await tabTo(tab, 'Show titles');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('f.genres=35');
  await expect.poll(() => focusedName(tab)).toContain('Filters');

  // The previous page stays until the filtered page has loaded. Each page has rows of its own.
  await page.locator(`[data-row-id="${row}"]`).waitFor({ state: 'detached' });
  await readyRails(page).first().waitFor();
  await tabTo(tab, 'Details');
  await downTo(tab, 'navigation');
  await page.keyboard.press('ArrowRight');
  const destination = await focusedName(tab);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: destination }).waitFor();
  await expect.poll(() => focusedName(tab)).toBe(destination);

  await readyRails(page).first().waitFor();
  await tabTo(tab, 'Details');
  await downTo(tab, 'media');
  const title = await focusedName(tab);
  await page.keyboard.press('Enter');
  await likeInSheet(tab, emulator.emulator, title, () => tabTo(tab, 'Like'));
  await page.keyboard.press('Escape');
  await expect.poll(() => focusedName(tab)).toBe(title);

  await page.goBack();
  await expect.poll(() => focusedName(tab)).toBe(destination);
}, 120_000);

test('the user signs in by code, opens pages, likes a title and goes back with only a remote', async () => {
  const page = await openAt(`${app.url}?television&api=${encodeURIComponent(emulator.url)}`);
  await journeyByRemote(playwrightTab(page), emulator.emulator);
  expect(await page.getByRole('alert').count()).toBe(0);
}, 120_000);

/** Leaves out the rails that a session mints for a like: a tab that is busy for 150 ms shares no session. */
const withoutReasons = (titles: readonly string[]) => titles.filter((title) => !title.startsWith('Because'));

async function openAt(url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
