import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serveEmulator.js';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';

let browser: Browser;
let app: ServedPage;
let emulator: ServedEmulator;
let context: BrowserContext;

beforeAll(async () => {
  const [launched, script] = await Promise.all([launchChromium(), bundleScript('test/journey/app.tsx')]);
  browser = launched;
  app = await servePage(script);
}, 60_000);
afterAll(() => Promise.all([browser.close(), app.close()]));
beforeEach(async () => {
  [context, emulator] = await Promise.all([
    browser.newContext({ viewport: { width: 1280, height: 800 } }),
    serveEmulator({ port: 0 }),
  ]);
  // Adds up what moves without the person's doing, as browsers do for Core Web Vitals.
  await context.addInitScript(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) (window as unknown as { shifts: number[] }).shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
});
afterEach(() => Promise.all([context.close(), emulator.close()]));

const patiently = { timeout: 15_000 };
const shiftsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name });
const readyRails = (page: Page) => page.locator('.discovr-Rail[data-state="ready"]');

/** Signs in by a code, as on a television, and chooses the first profile. */
async function signIn(page: Page): Promise<void> {
  await button(page, 'Use your phone instead').click();
  await approve(page);
  const [profile] = emulator.emulator.control.profiles();
  await button(page, profile!.name).first().click(patiently);
}

test('from nothing to a title, back, to a second tab, and on through an expired session while nothing jumps', async () => {
  const { control } = emulator.emulator;
  const page = await openAt(`${app.url}?api=${encodeURIComponent(emulator.url)}`);
  await signIn(page);
  await readyRails(page).first().waitFor(patiently);

  // Filters, by the form in its sheet. They go into the address.
  await button(page, /^Filters/).click();
  await page.getByRole('checkbox', { name: 'Comedy' }).check();
  await button(page, 'Apply filters').click();
  await expect.poll(() => page.url(), patiently).toContain('f.genres=35');
  await readyRails(page).first().waitFor(patiently);
  expect(control.count('POST /pages')).toBe(2);

  // Down to a destination, and into it.
  const destinations = page.locator('.discovr-Rail[data-type="navigation"][data-state="ready"]').first();
  await expect.poll(() => scrollUntil(page, destinations), patiently).toBe(true);
  const destination = button(destinations, /./).first();
  const destinationTitle = (await destination.textContent()) ?? '';
  await destination.scrollIntoViewIfNeeded();
  const leftAt = await page.evaluate(() => scrollY);
  await destination.click();
  await page.getByRole('heading', { level: 1, name: destinationTitle }).waitFor(patiently);

  // A title, and a like.
  await readyRails(page).first().waitFor(patiently);
  const card = readyRails(page).first().getByRole('button').first();
  const cardName = await card.getByRole('img').getAttribute('alt');
  await card.click();
  const sheet = page.getByRole('dialog', { name: cardName! });
  const like = sheet.getByRole('button', { name: 'Like', exact: true });
  await like.click(patiently);
  await expect.poll(() => like.getAttribute('aria-pressed'), patiently).toBe('true');
  await expect.poll(() => control.count('POST /profile/liked'), patiently).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => sheet.count()).toBe(0);

  // Back, to where one was.
  await page.goBack();
  await destinations.waitFor(patiently);
  await expect.poll(() => page.evaluate(() => scrollY), patiently).toBe(leftAt);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), patiently).toBe(destinationTitle);

  // The link, in a second tab: the same person, the same filters, the same page.
  const created = control.count('POST /pages');
  const second = await context.newPage();
  await second.goto(page.url());
  await readyRails(second).first().waitFor(patiently);
  expect(await second.getByRole('list', { name: 'Active filters' }).textContent()).toContain('Comedy');
  expect(await titlesOf(second)).toEqual((await titlesOf(page)).slice(0, (await titlesOf(second)).length));
  expect(control.count('POST /pages')).toBe(created + 1);
  await second.close();

  // The session ends while somebody scrolls.
  await page.evaluate(() => scrollBy(0, 600));
  await page.waitForTimeout(500);
  const before = await placesOf(page);
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  const shifted = await shiftsOf(page);
  control.expireSession();
  control.outdatePages();
  const pages = control.count('POST /pages');
  await page.mouse.move(640, 400);
  await expect.poll(() => scrollToEnd(page), { timeout: 30_000 }).toBe(true);
  expect(control.count('POST /pages')).toBe(pages + 1);
  const after = await placesOf(page);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(focused);
  // A rail that a fast wheel brings into view may be a few pixels higher than was assumed of it.
  expect((await shiftsOf(page)) - shifted).toBeLessThan(0.005);
  expect(await page.getByRole('alert').count()).toBe(0);
}, 120_000);

test('by keyboard alone: filters, a page, a destination, a title, a like, and back', async () => {
  const page = await openAt(`${app.url}?api=${encodeURIComponent(emulator.url)}`);
  await tabTo(page, 'Use your phone instead');
  await page.keyboard.press('Enter');
  await approve(page);
  // The focus goes along to the profiles, and from there to the page.
  await expect.poll(() => focusedName(page), patiently).toBe(emulator.emulator.control.profiles()[0]!.name);
  await page.keyboard.press('Enter');
  await readyRails(page).first().waitFor(patiently);

  await tabTo(page, 'Filters');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Comedy');
  await page.keyboard.press('Space');
  await tabTo(page, 'Apply filters');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url(), patiently).toContain('f.genres=35');
  await expect.poll(() => focusedName(page), patiently).toContain('Filters');

  await expect.poll(() => page.locator('.discovr-DiscovrPage').getAttribute('aria-busy'), patiently).toBeNull();
  await readyRails(page).first().waitFor(patiently);
  await tabTo(page, 'Details');
  await downTo(page, 'navigation');
  await page.keyboard.press('ArrowRight');
  const destination = await focusedName(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: destination }).waitFor(patiently);
  await expect.poll(() => focusedName(page), patiently).toBe(destination);

  await readyRails(page).first().waitFor(patiently);
  await tabTo(page, 'Details');
  await downTo(page, 'media');
  const title = await focusedName(page);
  await page.keyboard.press('Enter');
  await likeInSheet(page, title, () => tabTo(page, 'Like'));
  await page.keyboard.press('Escape');
  await expect.poll(() => focusedName(page), patiently).toBe(title);

  await page.goBack();
  await expect.poll(() => focusedName(page), patiently).toBe(destination);
}, 120_000);

test('by a remote alone: from the code on the screen to a like, and back', async () => {
  const page = await openAt(`${app.url}?television&api=${encodeURIComponent(emulator.url)}`);
  await approve(page);
  await expect.poll(() => focusedName(page), patiently).toBe(emulator.emulator.control.profiles()[0]!.name);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focusedName(page)).not.toBe(emulator.emulator.control.profiles()[0]!.name);
  await page.keyboard.press('Enter');
  await readyRails(page).first().waitFor(patiently);

  await downTo(page, 'navigation');
  const destination = await focusedName(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page), patiently).toBe(destination);
  await readyRails(page).first().waitFor(patiently);
  await downTo(page, 'media');
  const title = await focusedName(page);
  await page.keyboard.press('Enter');
  await likeInSheet(page, title, () => arrowTo(page, 'Like'));
  await pressBack(page);
  await expect.poll(() => focusedName(page), patiently).toBe(title);
  await pressBack(page);
  await expect.poll(() => focusedName(page), patiently).toBe(destination);
}, 120_000);

async function openAt(url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Approves the code on the screen, as somebody does on a phone. */
async function approve(page: Page): Promise<void> {
  const code = page.locator('.discovr-DeviceSignIn-code > [aria-hidden]');
  emulator.emulator.control.approveDevice((await code.textContent())!.replaceAll(' ', ''));
}

/** The name of what has the focus. */
const focusedName = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    // The page itself has a name no more than a person who looks at it has.
    if (activeElement?.matches('main, body, [role=group]')) return '';
    const text = activeElement?.textContent?.trim();
    const name = activeElement?.getAttribute('aria-label') ?? (text || activeElement?.querySelector('img')?.alt);
    if (!(activeElement instanceof HTMLInputElement)) return name ?? '';
    return activeElement.labels?.[0]?.textContent?.trim() ?? '';
  });

/** Presses a key until something with that name has the focus. */
async function pressUntil(page: Page, key: string, isThere: () => Promise<boolean>, most = 200): Promise<void> {
  for (let press = 0; press < most; press++) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Not reached by ${key}; the focus is on "${await focusedName(page)}".`);
}

const tabTo = (page: Page, name: string) =>
  pressUntil(page, 'Tab', async () => (await focusedName(page)).startsWith(name));
const arrowTo = (page: Page, name: string) =>
  pressUntil(page, 'ArrowRight', async () => (await focusedName(page)) === name);

/** Goes down to the next rail of a type that is there. */
async function downTo(page: Page, type: string): Promise<void> {
  const isThere = () =>
    page.evaluate(
      (wanted) => document.activeElement?.closest<HTMLElement>('.discovr-Rail')?.dataset['type'] === wanted,
      type,
    );
  for (let press = 0; press < 60; press++) {
    if (await isThere()) return;
    await page.keyboard.press('ArrowDown');
    // What comes near the viewport is fetched.
    await page.waitForTimeout(150);
  }
  throw new Error(`No rail of the type ${type} was reached.`);
}

/** Likes the title whose sheet is open. */
async function likeInSheet(page: Page, title: string, goToLike: () => Promise<void>): Promise<void> {
  const like = page.getByRole('dialog', { name: title }).getByRole('button', { name: 'Like', exact: true });
  await expect.poll(() => like.isEnabled(), patiently).toBe(true);
  await goToLike();
  await page.keyboard.press('Enter');
  await expect.poll(() => like.getAttribute('aria-pressed'), patiently).toBe('true');
  await expect.poll(() => emulator.emulator.control.count('POST /profile/liked'), patiently).toBe(1);
}

/** Presses the Back key of a remote, which no keyboard of Playwright has. */
async function pressBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    const event = new KeyboardEvent('keydown', { key: 'GoBack', bubbles: true, cancelable: true });
    const isHandled = !document.activeElement!.dispatchEvent(event);
    // Televisions go back by themselves where nobody hears the key.
    if (!isHandled) history.back();
  });
}

/** Titles of the rails, in order. */
const titlesOf = (page: Page) => page.locator('[data-row-id] > .discovr-Rail-title').allTextContents();

/** Which rails there are, and how far each is scrolled sideways. */
function placesOf(page: Page): Promise<(readonly [string | undefined, number])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.discovr-Rail[data-row-id]')].map(
      (element) => [element.dataset['rowId'], element.querySelector('ul')!.scrollLeft] as const,
    ),
  );
}

/** Scrolls on by a little; tells whether what is looked for is there. */
async function scrollUntil(page: Page, wanted: Locator): Promise<boolean> {
  if ((await wanted.count()) > 0) return true;
  await page.mouse.wheel(0, 500);
  return false;
}

/** Scrolls on by a screen; tells whether the page has ended. */
async function scrollToEnd(page: Page): Promise<boolean> {
  await page.mouse.wheel(0, 900);
  return (await page.getByText('You have seen everything on this page.').count()) > 0;
}
