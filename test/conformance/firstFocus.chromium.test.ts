import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';

/** The rows of the table in docs/accessibility.md: screen, what has the focus, its name, and the story. */
const screens = readFileSync('docs/accessibility.md', 'utf8')
  .split('\n## First focus\n')[1]!
  .split('\n')
  .flatMap((line) => {
    const [, screen, , name, story] = /^\| (.+) \| (.+) \| (.+) \| `(\w+\/\w+)` \|$/.exec(line) ?? [];
    return screen && name && story ? [{ screen, name, story }] : [];
  });

let browser: Browser;
let app: ServedPage;
let page: Page;

beforeAll(async () => {
  const [launched, script] = await Promise.all([launchChromium(), bundleScript('test/spoken/app.tsx')]);
  browser = launched;
  app = await servePage(script);
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'en-US', reducedMotion: 'reduce' });
  await page.goto(app.url);
});
afterAll(() => Promise.all([browser.close(), app.close()]));

/** Returns the accessible name of the focused element, without those of the elements around it. */
const focusedName = () =>
  page.evaluate(() => {
    const { activeElement: focused } = document;
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : focused;
    return focused?.getAttribute('aria-label') ?? label?.textContent?.trim();
  });

test('the table of the guide lists screens', () => expect(screens.length).toBeGreaterThan(10));

test.each(screens)('the first focus of $screen is on "$name"', async ({ name, story }) => {
  const [file, of] = story.split('/');
  await page.evaluate(([stories, each]) => window.showStory(stories!, each!), [file, of]);
  await expect.poll(focusedName).toContain(name);
});
