import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserFlags, ensureBrowser } from '../scripts/findBrowser.mjs';
import { appConfig } from './appConfig.mjs';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds an app of the bench, `forms` or `rails`, and opens it in a browser of its own.
 *
 * @param flags further flags of the browser.
 * @returns `openPage(query)`, `browser`, `close()`.
 */
export async function openApp(name, flags = []) {
  install(name);
  const config = appConfig(name);
  await build(config);
  const server = await preview(config);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags, ...flags] });
  return {
    browser,
    openPage: (query) => openPage(browser, `${server.resolvedUrls.local[0]}?${new URLSearchParams(query)}`),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A page in a process of its own, so that none meets another's styles or memory. */
async function openPage(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const failures = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(address);
  await page
    .waitForFunction(() => globalThis.bench, undefined, { timeout: 20_000 })
    .catch((error) => {
      throw new Error(`${address} did not start. ${failures.join(' ')}`, { cause: error });
    });
  return page;
}

/** The other libraries are no dependencies of the package: they are installed for the first measurement only. */
function install(name) {
  if (existsSync(pathOf(`${name}/node_modules/.package-lock.json`))) return;
  console.log(`Installing the other libraries into bench/${name}.`);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: pathOf(name), stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm could not install the packages of bench/${name}. See its message above.`);
}
