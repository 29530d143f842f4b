#!/usr/bin/env node
// Builds the site, serves it under a path, and opens each guide in Chromium: one heading, no console line, no failed
// request, no dead link, no axe violation, no overflow at 320 px. Axe reads one in five of the pages about an API, error or
// decision, which look alike, and with DISCOVR_TEST_RELEASE all of them. Then uses the site as a reader does. --built skips
// the build. The last line says how many pages passed and failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { browserFlags, ensureBrowser } from '../findBrowser.mjs';
import { linksOf } from './markdown.mjs';
import { GUIDE, inspectPage } from './inspectPage.mjs';
import { visitSite } from './visitSite.mjs';

const FOLDER = 'site';
/** Pages that are open at the same time. */
const TABS = 2;
const ALIKE = /^docs\/(api|errors|decisions)\//;
const AXE_READS_ONE_IN = process.env.DISCOVR_TEST_RELEASE ? 1 : 5;

if (!process.argv.includes('--built')) {
  const { status } = spawnSync(process.execPath, ['scripts/docsSite/build.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    console.log('The site could not be built.\n0 passed, 1 failed');
    process.exit(1);
  }
}

const server = await preview({
  configFile: false,
  logLevel: 'error',
  appType: 'mpa',
  base: '/some/path/',
  build: { outDir: FOLDER },
  preview: { port: 0, host: '127.0.0.1' },
});
const site = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
const results = new Map();
try {
  const docs = Object.values(JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8')).entries).filter(
    ({ type }) => type === 'docs',
  );
  await readAll(docs);
  for (const [id, { links, faults }] of results)
    faults.push(...links.filter(isDead(id)).map((link) => `dead link: ${link}`));
  results.set('llms.txt', { faults: deadTexts() });
  results.set('the site', { faults: await visitSite(browser, site) });
} finally {
  await browser.close();
  await server.close();
}

const failed = [...results].filter(([, { faults }]) => faults.length > 0);
for (const [id, { faults }] of failed)
  console.log(`FAILED ${id}\n${faults.map((fault) => `       ${fault}`).join('\n')}`);
console.log(`${results.size - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);

async function readAll(docs) {
  const files = JSON.parse(readFileSync('.storybook/pages/titles.json', 'utf8'));
  const fileOf = (title) => Object.keys(files).find((file) => files[file] === title);
  const left = docs.map(({ id, title }) => ({ id, file: fileOf(title) }));
  const alike = left.filter(({ file }) => ALIKE.test(file));
  const readNext = async (tab) => {
    for (let page = left.shift(); page !== undefined; page = left.shift()) {
      const hasAxe = !alike.includes(page) || alike.indexOf(page) % AXE_READS_ONE_IN === 0;
      const read = inspectPage(tab, page, { hasAxe });
      results.set(page.id, await read.catch((error) => ({ faults: [error.message], links: [], anchors: [] })));
    }
  };
  // Half of the pages are dark.
  const schemes = Array.from({ length: TABS }, (_, index) => (index % 2 === 0 ? 'light' : 'dark'));
  await Promise.all(
    schemes.map(async (colorScheme) => {
      const tab = await browser.newPage({ colorScheme });
      // The browser asks the host for it, not the site.
      await tab.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
      await tab.goto(`${site}iframe.html?viewMode=docs&id=${docs[0].id}`);
      await tab.locator(GUIDE).waitFor();
      await readNext(tab);
    }),
  );
}

/** Returns whether a link of a page leads to no page, heading or file of the site. Links to other hosts are not opened. */
function isDead(from) {
  return (link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path, anchor] = link.split('#');
    const [, linked] = /^\.\/\?path=\/docs\/(.+)$/.exec(path) ?? [undefined, path === '' ? from : undefined];
    if (linked === undefined) return !existsSync(`${FOLDER}/${path}`);
    const page = results.get(linked);
    return !page || (anchor !== undefined && !page.anchors.includes(decodeURIComponent(anchor)));
  };
}

function deadTexts() {
  const links = linksOf(readFileSync(`${FOLDER}/llms.txt`, 'utf8'));
  return links.filter((link) => !existsSync(`${FOLDER}/${link}`)).map((link) => `dead link: ${link}`);
}
