import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mediaItems } from '../support/pageItems.js';
import { withoutTitles } from '../spoken/spokenText.js';
import { ACCEPT, openStories, rewrites, type StoryPage } from '../spoken/storyPage.js';
import { launchWindow, startScreenReader, type ScreenReader } from './screenReader.js';

let reader: ScreenReader;
let stories: StoryPage;

beforeAll(async () => {
  stories = await openStories(async () => {
    reader = await startScreenReader(process.env['DISCOVR_ORCA']!);
    return launchWindow();
  }, null);
}, 120_000);

afterAll(async () => {
  await stories?.close();
  reader?.end();
});

async function show(file: string, name: string) {
  await stories.show(file, name);
  await reader.untilCalm();
}

/**
 * Joins what Orca says, without names of titles. React listens to clicks at the root, so Orca calls some texts
 * clickable.
 */
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
  await stories.page.waitForSelector('text=Show all 500');
  const said = await reader.readAll();
  const titles = mediaItems(60).map(({ title }) => title);
  // Chromium offers a description of an image that has just loaded. Orca repeats the name of the list around it.
  const read = said
    .slice(0, said.indexOf('Show all 500'))
    .map((text) => text.replace(/\. To get missing image .*/, ''));
  expect(said).toContain('List with 500 items');
  expect(read.filter((text) => titles.includes(text))).toEqual(titles);
});
