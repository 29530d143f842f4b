import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CDPSession } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { dropInStories } from '../support/dropInStories.js';
import { untilStill } from '../support/untilStill.js';
import { spokenText } from './spokenText.js';
import { ACCEPT, openStories, rewrites, type StoryPage } from './storyPage.js';

let stories: StoryPage;
let session: CDPSession;

beforeAll(async () => {
  stories = await openStories(launchChromium, { width: 1280, height: 860 });
  session = await stories.page.context().newCDPSession(stories.page);
});
afterAll(() => stories.close());

test.each(Object.entries(dropInStories))(
  'a screen reader finds the committed text in <%s>',
  async (dropIn, [file, ...names]) => {
    const path = fileURLToPath(new URL(`${dropIn}.txt`, import.meta.url));
    const committed = existsSync(path) ? readFileSync(path, 'utf8').split(/^(?=# )/m) : [];
    const sections: string[] = [];
    for (const [index, name] of names.entries()) {
      await stories.show(file, name);
      const spoken = async () => {
        const text = await spokenText(session);
        return dropIn === 'PageFilterForm' ? text : withoutFilters(text);
      };
      const read = async () => `# ${name}\n\n${await spoken()}${index < names.length - 1 ? '\n' : ''}`;
      const expected = rewrites ? await untilSame(read) : committed[index];
      sections.push(expected ?? '');
      // Content may still be loading, so the text is read until it equals the committed text.
      await expect.poll(read, { message: ACCEPT }).toBe(expected);
    }
    if (rewrites) writeFileSync(path, sections.join(''));
  },
);

/** Leaves out the filters of a form, so that each filter is in one text only, that of `<PageFilterForm>`. */
function withoutFilters(text: string): string {
  if (!text.includes('form: Page filters')) return text;
  return text.replace(/(?:^( *)group: .*\n(?:\1 +.*\n)*)+/gm, '$1(filters)\n');
}

/** Reads a text until six more readings in a row return the same text. */
async function untilSame(read: () => Promise<string>): Promise<string> {
  let text = await read();
  for (let repeats = 0; repeats < 6;) {
    await stories.page.evaluate(untilStill, undefined);
    const next = await read();
    repeats = next === text ? repeats + 1 : 0;
    text = next;
  }
  return text;
}
