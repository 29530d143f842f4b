/**
 * `npm run bench` measures typing in a long list, mounting the form, scrolling a long page, creating a page, reading
 * wishes, the memory after 500 page switches, a page operated by remote control, how long users wait on a slow processor,
 * what moves on one, a visit with and without rendering on the server, and a timeline of 10,000 events. It prints ratios within one run. Arguments
 * choose parts by the names below: `npm run bench -- scroll`. The parts `remote`, `waits`, `motion` and `visit` need
 * `npm run build` first. The exit code is 0 even if a target is missed. The results are also written to
 * `bench/results/`, which is git-ignored.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measureHeap } from './measureHeap.mjs';
import { measureMotion } from './measureMotion.mjs';
import { measureMount } from './measureMount.mjs';
import { measurePages } from './measurePages.mjs';
import { measureRemote } from './measureRemote.mjs';
import { measureScroll } from './measureScroll.mjs';
import { measureTimeline } from './measureTimeline.mjs';
import { measureTyping } from './measureTyping.mjs';
import { measureVisit } from './measureVisit.mjs';
import { measureWaits } from './measureWaits.mjs';
import { openApp } from './openApp.mjs';
import { printTable } from './printTable.mjs';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Flags to draw each frame as soon as it is ready. A limit of 60 frames per second would hide differences. */
const NO_WAITING = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const parts = {
  async forms() {
    console.log('Building the forms, typing in lists of 100 and 10,000 genres, and mounting the forms.');
    return inApp('forms', NO_WAITING, async ({ openPage }) => ({
      'Typing: ratio to the list of 100 options': await measureTyping(openPage),
      ...(await measureMount(openPage)),
    }));
  },
  async scroll() {
    console.log('Scrolling through 200 rows of 50 titles.');
    return inApp('rails', [], measureScroll);
  },
  async heap() {
    console.log('Switching between pages.');
    return inApp('rails', [], measureHeap);
  },
  async remote() {
    console.log('Pressing the keys of a remote control on a slow processor.');
    return inApp('remote', [], measureRemote);
  },
  async waits() {
    console.log('Opening title sheets and holding keys on a slow processor.');
    return inApp('remote', [], measureWaits);
  },
  async motion() {
    console.log('Opening and closing title sheets that move, and some that do not, on a slow processor.');
    return inApp('remote', [], measureMotion);
  },
  async visit() {
    console.log('Visiting a page that the server renders, and the same page rendered only in the browser.');
    return measureVisit();
  },
  async timeline() {
    console.log('Scrolling a timeline of 10,000 events.');
    return inApp('timeline', [], measureTimeline);
  },
  async pages() {
    console.log('Creating pages, and reading wishes.');
    const rows = measurePages(pathOf('..'), pathOf('results/pages.json'));
    return { 'Pages and wishes: ratio to the first of each': rows };
  },
};

const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(', ')}. Available parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
mkdirSync(pathOf('results'), { recursive: true });
process.env.NODE_ENV = 'production';
const groups = {};
for (const name of requested.length > 0 ? requested : Object.keys(parts)) Object.assign(groups, await parts[name]());
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
