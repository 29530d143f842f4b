/**
 * `npm run bench`: what typing in a long list, mounting the form and making a page cost, as ratios within this run. It
 * measures and asserts nothing; a missed target still ends with 0. Results also go to `bench/results/` (git-ignored).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserFlags, ensureBrowser } from '../scripts/findBrowser.mjs';
import formsConfig from './forms/vite.config.mjs';
import { measureMount } from './measureMount.mjs';
import { measurePages } from './measurePages.mjs';
import { measureTyping } from './measureTyping.mjs';
import { printTable } from './printTable.mjs';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Draws a frame as soon as there is one, not at the next of 60 a second: waiting would make all figures alike. */
const NO_WAITING = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const executablePath = ensureBrowser();
installForms();
mkdirSync(pathOf('results'), { recursive: true });
console.log('Building the forms for production.');
process.env.NODE_ENV = 'production';
await build(formsConfig);
const server = await preview(formsConfig);
const browser = await chromium.launch({ executablePath, args: [...browserFlags, ...NO_WAITING] });
let groups;
try {
  console.log('Typing in a list of 100 and of 10,000 genres.');
  const typing = await measureTyping(openPage);
  console.log('Mounting the forms.');
  groups = { 'Typing: ratio to the list of 100': typing, ...(await measureMount(openPage)) };
} finally {
  await browser.close();
  await server.close();
}
console.log('Making pages.\n');
groups['Making and reading a page: ratio to the catalogue'] = measurePages(pathOf('..'), pathOf('results/pages.json'));
writeFileSync(pathOf('results/results.json'), `${JSON.stringify(groups, null, 2)}\n`);
printTable(groups);

/** A page in a process of its own, so that no form meets another's styles or memory. */
async function openPage({ form }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const failures = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(`${server.resolvedUrls.local[0]}?form=${form}`);
  await page
    .waitForFunction(() => globalThis.bench, undefined, { timeout: 20_000 })
    .catch((error) => {
      throw new Error(`The form "${form}" did not start. ${failures.join(' ')}`, { cause: error });
    });
  return page;
}

/** The other libraries are no dependencies of the package: they are installed for the first measurement only. */
function installForms() {
  if (existsSync(pathOf('forms/node_modules/.package-lock.json'))) return;
  console.log('Installing the other form libraries into bench/forms.');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: pathOf('forms'),
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('npm could not install the packages of bench/forms. See its message above.');
}
