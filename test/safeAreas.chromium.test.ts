import type { Browser, CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from './support/chromium/servePage.js';

let browser: Browser;
let app: ServedPage;
let page: Page;
let device: CDPSession;
beforeAll(async () => {
  const head = '<meta name="viewport" content="width=device-width, viewport-fit=cover">';
  const [launched, script] = await Promise.all([launchChromium(), bundleScript('test/spoken/app.tsx')]);
  browser = launched;
  app = await servePage(script, { body: head });
  page = await browser.newPage();
  device = await page.context().newCDPSession(page);
  await page.goto(app.url);
  await page.evaluate(() => document.body.style.setProperty('margin', '0'));
}, 120_000);
afterAll(() => Promise.all([browser.close(), app.close()]));

const PORTRAIT = { width: 390, height: 844, insets: { top: 59, bottom: 34, left: 0, right: 0 } };
const LANDSCAPE = { width: 844, height: 390, insets: { top: 0, bottom: 21, left: 59, right: 59 } };

/** Shows a story on a phone, part of whose screen is covered. */
async function show({ width, height, insets }: typeof PORTRAIT, file: string, name: string): Promise<void> {
  await page.setViewportSize({ width, height });
  await device.send('Emulation.setSafeAreaInsetsOverride', { insets });
  // The story before may have scrolled.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.evaluate(([of, story]) => window.showStory(of!, story!), [file, name]);
}

/** Returns the controls and texts that are in the covered part, of those that are at the edges of a page or a sheet. */
const coveredIn = ({ insets, width, height }: typeof PORTRAIT, selector: string) =>
  page.evaluate(
    ([of, { top, bottom, left, right }, inner]) =>
      [...document.querySelectorAll(of)]
        .map((element) => ({ name: element.className, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.bottom > 0 && box.top < inner.height)
        .filter(
          ({ box }) =>
            box.left < left || box.right > inner.width - right || box.top < top || box.bottom > inner.height - bottom,
        )
        .map(({ name }) => name),
    [selector, insets, { width, height }] as const,
  );

const BARS = '.discovr-NavigationTabs-tab, .discovr-NavigationBar-actions > *';
const TEXTS =
  '.discovr-Hero-slide[data-shown] .discovr-Hero-title, .discovr-Hero-slide[data-shown] .discovr-Hero-facts';
const FIRST_CARD = '.discovr-Rail-item:first-child > .discovr-Card';

test.each([
  ['portrait', PORTRAIT],
  ['landscape', LANDSCAPE],
])('bars, texts of the hero and cards stay clear of what covers the screen (%s)', async (_name, screen) => {
  for (const story of ['BrandAndActions', 'TabsAtBottom']) {
    await show(screen, 'Navigation', story);
    await page.locator('.discovr-Hero[data-state="ready"]').waitFor();
    expect(await coveredIn(screen, `${BARS}, ${TEXTS}`), story).toEqual([]);
    const [card] = await page.locator(FIRST_CARD).all();
    await card!.scrollIntoViewIfNeeded();
    expect((await card!.boundingBox())!.x, story).toBeGreaterThanOrEqual(screen.insets.left);
  }
});

test.each([
  ['portrait', PORTRAIT],
  ['landscape', LANDSCAPE],
])('the controls of sheets stay clear of what covers the screen (%s)', async (_name, screen) => {
  await show(screen, 'TitleSheet', 'Loading');
  expect(await coveredIn(screen, '.discovr-TitleSheet-close, .discovr-TitleSheet-title')).toEqual([]);
  await show(screen, 'FilterDialog', 'Open');
  const controls = '.discovr-Sheet-close, .discovr-Sheet .discovr-Actions .discovr-Button';
  expect(await coveredIn(screen, controls)).toEqual([]);
});
