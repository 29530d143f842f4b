import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';
import { mediaItems } from '../support/pageItems.js';
import { fixDate } from '../spoken/fixDate.js';
import { withoutTitles } from '../spoken/spokenText.js';
import { launchWindow, startScreenReader, type ScreenReader } from './screenReader.js';

const ACCEPT = 'UPDATE_SPOKEN=1 accepts the change.';
const rewrites = process.env['UPDATE_SPOKEN'] !== undefined;

let reader: ScreenReader;
let browser: Browser;
let app: ServedPage;
let page: Page;

beforeAll(async () => {
  const [script] = await Promise.all([
    bundleScript('test/spoken/app.tsx'),
    startScreenReader(process.env['DISCOVR_ORCA']!).then((started) => (reader = started)),
  ]);
  browser = await launchWindow();
  app = await servePage(script);
  const context = await browser.newContext({
    viewport: null,
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(fixDate, Date.UTC(2026, 0, 15, 12));
  page = await context.newPage();
  await page.goto(app.url);
}, 120_000);

afterAll(async () => {
  await Promise.all([browser?.close(), app?.close()]);
  reader?.end();
});

async function show(file: string, name: string) {
  await page.evaluate(([of, story]) => window.showStory(of, story), [file, name] as const);
  await reader.untilCalm();
}

/** Joins what Orca says, without names of titles. React listens to clicks at the root, so Orca calls some texts clickable. */
const textOf = (said: readonly string[]) =>
  `${said.flatMap((text) => (text === 'clickable' ? [] : withoutTitles(text))).join('\n')}\n`;

/** Returns the committed text of a drop-in. With UPDATE_SPOKEN, first replaces it. */
function committed(dropIn: string, text: string): string {
  const path = fileURLToPath(new URL(`${dropIn}.txt`, import.meta.url));
  if (rewrites) writeFileSync(path, text);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

test.each([
  ['SignIn', 'SignInByPopup', 'Idle'],
  ['DeviceSignIn', 'SignInByCode', 'Waiting'],
  ['ProfilePicker', 'Profiles', 'Several'],
  ['PageFilterForm', 'FilterForm', 'Filled'],
  ['TitleSheet', 'TitleSheet', 'Film'],
])('Orca reads <%s> from the top to the end', async (dropIn, file, name) => {
  await show(file, name);
  const text = textOf(await reader.readAll());
  expect(text, ACCEPT).toBe(committed(dropIn, text));
});

test('Orca goes through a page by its headings, and through its first rail by its items', async () => {
  await show('DiscovrPage', 'Comedies');
  await reader.press('ctrl+Home');
  const said: string[] = [];
  for (const key of ['h', 'h', 'h', 'i', 'i', 'i', 'h', 'h']) {
    said.push(`(${key})`, ...(await reader.press(key)));
    await reader.untilCalm();
  }
  const text = textOf(said);
  expect(text, ACCEPT).toBe(committed('DiscovrPage', text));
});

test('Orca reads the first sixty titles of a long rail, and then how to show all', async () => {
  await show('Rail', 'Long');
  await page.waitForSelector('text=Show all 500');
  const said = await reader.readAll();
  const titles = mediaItems(60).map(({ title }) => title);
  // Chromium offers a description of an image that has just loaded. Orca repeats the name of the list around it.
  const read = said
    .slice(0, said.indexOf('Show all 500'))
    .map((text) => text.replace(/\. To get missing image .*/, ''));
  expect(said).toContain('List with 500 items');
  expect(read.filter((text) => titles.includes(text))).toEqual(titles);
});
