import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab, TabBrowser } from '../support/browsers/tab.js';
import { isTelevision, launchEngine } from '../support/browsers/launchEngine.js';
import { bundleForStories } from '../television/support/bundleForTelevision.js';
import { PATIENCE_MS } from '../support/patience.js';
import { serveStorybook, type ServedStorybook } from './serveStorybook.js';

const {
  DISCOVR_STORYBOOK: folder = 'storybook-static',
  DISCOVR_STORIES: wanted,
  DISCOVR_STORIES_WITHOUT: unwanted = '',
} = process.env;
// Storybook writes these fields to its index.
const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
  entries: Record<string, { id: string; type: string; title: string; name: string; tags: string[] }>;
};
const stories = Object.values(entries).filter(
  ({ type, tags }) =>
    type === 'story' && !tags.includes(unwanted) && (!wanted || wanted.split(',').some((tag) => tags.includes(tag))),
);

let browser: TabBrowser;
let storybook: ServedStorybook;
let tab: Tab;

beforeAll(async () => {
  const scripts = isTelevision ? await bundleForStories() : '';
  [browser, storybook] = await Promise.all([launchEngine(), serveStorybook(folder, scripts)]);
  tab = await browser.newTab();
});
afterAll(async () => {
  storybook.close();
  await browser.close();
});

describe('a story runs without faults in this engine', () => {
  test.each(stories.map(({ title, name, id }) => [`${title}: ${name}`, id] as const))(
    '%s',
    async (_, id) => {
      await tab.goto(storybook.urlOf(id));
      // Longer than a story waits for one thing, so that its faults say what has not come.
      const isFinished = () => tab.evaluate(() => window.storyOutcome.isFinished);
      await expect.poll(isFinished, { timeout: 2 * PATIENCE_MS }).toBe(true);
      expect(await tab.evaluate(() => window.storyOutcome.faults)).toEqual([]);
    },
    3 * PATIENCE_MS,
  );
});
