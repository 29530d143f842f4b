import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserFlags, ensureBrowser } from '../scripts/findBrowser.mjs';
import { appConfig } from './appConfig.mjs';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds a benchmark app, such as `forms`, and opens it in a new browser.
 *
 * @param flags additional flags of the browser.
 * @returns `openPage(query, file)`, `browser` and `close()`.
 */
export async function openApp(name, flags = []) {
  install(name);
  const config = appConfig(name);
  await build(config);
  const server = await preview(config);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags, ...flags] });
  return {
    browser,
    openPage: (query, file = '') =>
      openPage(browser, `${server.resolvedUrls.local[0]}${file}?${new URLSearchParams(query)}`),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens a page in a separate process, so that pages do not share styles or memory. */
async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const failures = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(url);
  await page
    .waitForFunction(() => globalThis.bench, undefined, { timeout: 20_000 })
    .catch((error) => {
      throw new Error(`${url} did not start within 20 seconds. ${failures.join(' ')}`, { cause: error });
    });
  return page;
}

/** Installs the libraries used for comparison, if there are any, on the first run, because they are not dependencies of the package. */
function install(name) {
  if (!existsSync(pathOf(`${name}/package.json`))) return;
  if (existsSync(pathOf(`${name}/node_modules/.package-lock.json`))) return;
  console.log(`Installing the libraries used for comparison into bench/${name}.`);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: pathOf(name), stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm failed to install the packages of bench/${name}. See its output above.`);
}
