#!/usr/bin/env node
// Installs the packed library in the apps of test/consumers, outside this repository, and uses each in a browser.
// Arguments name the apps to try; `--keep` leaves their folder.
import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { createPageIn } from './consumers/createPageIn.mjs';
import { freePort, run, serve, untilAnswered } from './consumers/processes.mjs';
import { browserFlags, ensureBrowser } from './findBrowser.mjs';

const apps = 'test/consumers';
const servers = {
  vite: ['node_modules/vite/bin/vite.js', 'preview', '--strictPort', '--port'],
  next: ['node_modules/next/dist/bin/next', 'start', '--port'],
};
const all = readdirSync(apps);
const asked = process.argv.slice(2).filter((name) => name !== '--keep');
const names = asked.length > 0 ? asked : all;
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. There are: ${all.join(', ')}.`);

const folder = mkdtempSync(join(tmpdir(), 'discovr-consumers-'));
const passed = await tryApps().catch((error) => {
  console.log(error.message);
  return 0;
});
if (process.argv.includes('--keep')) console.log(folder);
else rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${names.length - passed} failed`);
process.exit(passed < names.length ? 1 : 0);

/** Tries the apps one after the other and counts those that work. */
async function tryApps() {
  const executablePath = ensureBrowser();
  const tarball = (await run('npm', ['pack', '--silent', '--pack-destination', folder])).trim().split('\n').at(-1);
  renameSync(join(folder, tarball), join(folder, 'discovr-react.tgz'));
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  let works = 0;
  for (const name of names) {
    const start = performance.now();
    const faults = await tryApp(name, browser).catch((error) => [error.message]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(22)} ${seconds.padStart(5)} s`);
    for (const fault of faults) console.log(fault);
    if (faults.length === 0) works += 1;
  }
  await browser.close();
  return works;
}

/** What went wrong with an app, from its installation to the page it creates. */
async function tryApp(name, browser) {
  const cwd = join(folder, name);
  cpSync(join(apps, name), cwd, { recursive: true });
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'], { cwd });
  const uninvited = ['hono', '@hono'].filter((scope) => existsSync(join(cwd, 'node_modules', scope)));
  if (uninvited.length > 0) return [`The library installs ${uninvited.join(' and ')}.`];
  const help = await run('npx', ['discovr-emulator', '--help'], { cwd });
  if (!help.includes('For development only')) return [`discovr-emulator --help says nothing of its purpose:\n${help}`];
  await run('npm', ['run', '--silent', 'build'], { cwd });

  const port = await freePort();
  const server = servers[name.startsWith('next') ? 'next' : 'vite'];
  const site = serve([...server, String(port)], { cwd });
  const emulator = serve(['node_modules/discovr-react/dist/emulator/command.js', '--port', '0'], { cwd });
  try {
    const settings = readSettings(await emulator.says(/Ctrl-C ends it/));
    await untilAnswered(`http://localhost:${port}/`, site);
    const { check } = await import(pathToFileURL(join(cwd, 'check.mjs')).href);
    return await createPageIn(browser, `http://localhost:${port}/`, settings, check);
  } finally {
    site.end();
    emulator.end();
  }
}

/** The settings the emulator's command prints for pasting. */
function readSettings(text) {
  const field = (name) => new RegExp(`${name}: '([^']+)'`).exec(text)?.[1];
  return {
    basePath: field('basePath'),
    credential: { refreshToken: field('refreshToken'), profileId: field('profileId') },
  };
}
