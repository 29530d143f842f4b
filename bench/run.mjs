/**
 * `npm run bench`: what typing in a long list, mounting the form, scrolling a long page and making a page cost, as ratios
 * within this run, and what 500 switches of the page leave in memory. `npm run bench -- scroll` measures that alone; the
 * parts are `forms`, `scroll`, `heap` and `pages`. It measures and asserts nothing; a missed target still ends with 0.
 * Results also go to `bench/results/` (git-ignored).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measureHeap } from './measureHeap.mjs';
import { measureMount } from './measureMount.mjs';
import { measurePages } from './measurePages.mjs';
import { measureScroll } from './measureScroll.mjs';
import { measureTyping } from './measureTyping.mjs';
import { openApp } from './openApp.mjs';
import { printTable } from './printTable.mjs';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Draws a frame as soon as there is one, not at the next of 60 a second: waiting would make all figures alike. */
const NO_WAITING = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const parts = {
  async forms() {
    console.log('Building the forms for production, typing in a list of 100 and of 10,000 genres, mounting the forms.');
    return inApp('forms', NO_WAITING, async ({ openPage }) => ({
      'Typing: ratio to the list of 100': await measureTyping(openPage),
      ...(await measureMount(openPage)),
    }));
  },
  async scroll() {
    console.log('Scrolling through 200 rows of 50 titles.');
    return inApp('rails', [], measureScroll);
  },
  async heap() {
    console.log('Switching from page to page.');
    return inApp('rails', [], measureHeap);
  },
  async pages() {
    console.log('Making pages.');
    const rows = measurePages(pathOf('..'), pathOf('results/pages.json'));
    return { 'Making and reading a page: ratio to the catalogue': rows };
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
mkdirSync(pathOf('results'), { recursive: true });
process.env.NODE_ENV = 'production';
const groups = {};
for (const name of asked.length > 0 ? asked : Object.keys(parts)) Object.assign(groups, await parts[name]());
writeFileSync(pathOf('results/results.json'), `${JSON.stringify(groups, null, 2)}\n`);
console.log();
printTable(groups);

async function inApp(name, flags, measure) {
  const app = await openApp(name, flags);
  try {
    return await measure(app);
  } finally {
    await app.close();
  }
}
