#!/usr/bin/env node
// Copies the apps of test/consumers to a temporary folder, installs the packed library and tests each app in a browser:
// those for televisions in Chromium 85. Two are tested without a browser: the server of `runtimes` runs in Bun, Deno and
// workerd, and the tests of `tasks`, the app of SKILL.md, run in Vitest. Those of `test-runners` run in Jest, Vitest and
// Playwright.
// Arguments name the apps to test. `--keep` keeps the temporary folder and prints its path.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { CALL_LATENCY_MS, callServer } from './consumers/callServer.mjs';
import { createPageIn } from './consumers/createPageIn.mjs';
import { chosenNames, freePort, inLanes, run, serve, serveEmulator, untilReady } from './consumers/processes.mjs';
import { testWithServer } from './consumers/testWithServer.mjs';
import { testOnTelevision } from './consumers/testOnTelevision.mjs';
import { VISIT_LATENCY_MS, visitOnServer } from './consumers/visitOnServer.mjs';
import { browserFlags, ensureBrowser } from './findBrowser.mjs';

const apps = 'test/consumers';
/** Apps that are installed and tested at the same time. Two would often both wait, for the registry, a server or a page. */
const LANES = 3;
/** Apps that take longest. They start first, so that none of them runs alone in the end. */
const slowest = ['next-server', 'react-router-server', 'test-runners', 'webpack-television'];
/** Apps that send the hero before the titles of the rails. */
const streaming = ['next-server', 'react-router-server'];
const servers = {
  vite: ['node_modules/vite/bin/vite.js', 'preview', '--strictPort', '--port'],
  next: ['node_modules/next/dist/bin/next', 'start', '--port'],
};
const all = readdirSync(apps);
const names = chosenNames([...slowest, ...all.filter((name) => !slowest.includes(name))], 'app');

const folder = mkdtempSync(join(tmpdir(), 'discovr-consumers-'));
const passed = await testApps().catch((error) => {
  console.log(error.message);
  return 0;
});
if (process.argv.includes('--keep')) console.log(folder);
else rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${names.length - passed} failed`);
process.exit(passed < names.length ? 1 : 0);

/** Tests the apps and returns how many passed. */
async function testApps() {
  const executablePath = ensureBrowser();
  // In CI, the checks have built the package.
  const options = ['--pack-destination', folder, ...(process.env.DISCOVR_BUILT ? ['--ignore-scripts'] : [])];
  const tarball = (await run('npm', ['pack', '--silent', ...options])).trim().split('\n').at(-1);
  renameSync(join(folder, tarball), join(folder, 'discovr-react.tgz'));
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  let passedCount = 0;
  await inLanes(names, LANES, async (name) => {
    const start = performance.now();
    const faults = await testApp(name, browser).catch((error) => [error.message]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(22)} ${seconds.padStart(5)} s`);
    for (const fault of faults) console.log(fault);
    if (faults.length === 0) passedCount += 1;
  });
  await browser.close();
  return passedCount;
}

/** Installs, builds and tests an app, and returns the errors. */
async function testApp(name, browser) {
  const cwd = join(folder, name);
  cpSync(join(apps, name), cwd, { recursive: true });
  const isTelevision = name.endsWith('-television');
  for (const path of sharedSourcesOf(name)) {
    cpSync(join(apps, path), join(cwd, path.slice(path.indexOf('/'))), { recursive: true });
  }
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'], { cwd });
  const unexpected = ['hono', '@hono'].filter(
    (scope) => existsSync(join(cwd, 'node_modules', scope)) && !dependsOn(cwd, scope),
  );
  if (unexpected.length > 0) return [`The library must not install ${unexpected.join(' and ')}.`];
  if (name.endsWith('-server')) {
    const options = { streams: streaming.includes(name) };
    return testWithServer(
      cwd,
      (origin, _api, connection) => visitOnServer(browser, `${origin}/`, connection, options),
      VISIT_LATENCY_MS,
    );
  }
  if (name === 'test-runners' || name === 'tasks') {
    return run('npm', ['test', '--silent'], { cwd, env: { DISCOVR_BROWSER: ensureBrowser() } }).then(() => []);
  }
  if (name === 'runtimes') return testWithServer(cwd, callServer, CALL_LATENCY_MS);
  const help = await run('npx', ['discovr-emulator', '--help'], { cwd });
  if (!help.includes('For development only')) return [`discovr-emulator --help lacks "For development only":\n${help}`];
  if (isTelevision) return testOnTelevision(cwd, folder);
  await run('npm', ['run', '--silent', 'build'], { cwd });
  return testOnSite(name, cwd, browser);
}

/** Returns the source code that an app shares with others. */
function sharedSourcesOf(name) {
  if (name.endsWith('-television')) return ['vite-television/src'];
  if (name === 'edge-server') return ['hono-server/src'];
  return name === 'runtimes' ? ['hono-server/src', 'edge-server/worker.ts'] : [];
}

/** Returns whether an app itself depends on a package, or on one of a scope. */
function dependsOn(cwd, scope) {
  const { dependencies } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
  return Object.keys(dependencies).some((name) => name.split('/')[0] === scope);
}

/** Starts a built app, creates a page at each of its paths, and returns the errors. */
async function testOnSite(name, cwd, browser) {
  const port = await freePort();
  const server = servers[name.startsWith('next') ? 'next' : 'vite'];
  const site = serve([...server, String(port)], { cwd });
  let emulator;
  try {
    emulator = await serveEmulator(cwd);
    await untilReady(`http://localhost:${port}/`, site);
    const { check, paths = [''] } = await import(pathToFileURL(join(cwd, 'check.mjs')).href);
    const faults = [];
    for (const path of paths) {
      faults.push(...(await createPageIn(browser, `http://localhost:${port}/${path}`, emulator.settings, check)));
    }
    return faults;
  } finally {
    site.end();
    emulator?.end();
  }
}
