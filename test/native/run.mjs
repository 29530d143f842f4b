#!/usr/bin/env node
// Makes the app of docs/native.md from the packed library: with Expo, by the commands of the guide, and without Expo, in
// React Native 0.86 and in the newest version. Bundles it with Metro and compiles it with Hermes, for iOS and Android, tests
// it in Jest against an emulator over HTTP, and uses its screens in Chromium, with react-native-web. `npm run test:release`
// runs this. Arguments name the apps. The last line says how many steps passed and failed.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { chosenNames, freePort, run, serveEmulator } from '../../scripts/consumers/processes.mjs';
import { browserFlags, ensureBrowser } from '../../scripts/findBrowser.mjs';
import { installEngines } from '../engines/installEngines.mjs';

const source = join(import.meta.dirname, 'app');
const runtimes = join(import.meta.dirname, '../runtimes');
/** Largest bundle of the provider and three hooks, with all packages that they need, except React Native itself. */
const LIMIT_KB = 645;
/** Rules of axe. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A busy machine needs minutes to bundle React Native. */
const TIMEOUT_MS = 600_000;

/** Template of `create-expo-app` for React Native 0.86. */
const EXPO_TEMPLATE = 'blank-typescript@57.0.28';
/** Versions of the newest React Native, in place of those in `app/package.json`. */
const newest = {
  '@react-native/babel-preset': '0.88.1',
  // The newest one for this version.
  '@react-native/jest-preset': '0.88.0-rc.1',
  '@react-native/metro-config': '0.88.1',
  '@testing-library/react-native': '14.1.0',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'react-native': '0.88.1',
  'react-test-renderer': undefined,
  'test-renderer': '1.3.1',
};
/** Folders of the Hermes compiler. */
const hermesFolders = { linux: 'linux64-bin', darwin: 'osx-bin', win32: 'win64-bin' };

/** Apps, each with the function that tests it. */
const apps = {
  'expo-57': testExpoApp,
  'react-native-0.86': async (name) => {
    const app = await installApp(name, process.execPath, {});
    if (!app) return;
    await testInJest(app);
    await step(`${name}: size of the provider and three hooks`, async () => {
      const size = statSync(await app.bundle('size', 'ios')).size / 1000;
      console.log(`       ${size.toFixed(0)} kB minified`);
      return size > LIMIT_KB ? [`The bundle may have ${LIMIT_KB} kB.`] : [];
    });
    await step(`${name}: react-native-web in Chromium`, () => useInChromium(app));
    app.emulator.end();
  },
  'react-native-0.88': async (name) => {
    const app = await installApp(name, join(runtimes, 'node_modules/node-24/bin/node'), newest);
    if (!app) return;
    await testInJest(app);
    for (const platform of ['ios', 'android']) {
      await step(`${name}: Metro and Hermes, ${platform}`, async () => {
        const file = await app.bundle('index', platform);
        const hermesc = join(
          app.cwd,
          `node_modules/hermes-compiler/hermesc/${hermesFolders[process.platform]}/hermesc`,
        );
        await run(hermesc, ['-emit-binary', '-O', '-w', '-out', `${file}.hbc`, file], { timeout: TIMEOUT_MS });
        return [];
      });
    }
    app.emulator.end();
  },
};

const names = chosenNames(Object.keys(apps), 'app');
const folder = mkdtempSync(join(tmpdir(), 'discovr-native-'));
let passed = 0;
let failed = 0;
try {
  // In CI, the checks have built the package.
  const options = ['--pack-destination', folder, ...(process.env.DISCOVR_BUILT ? ['--ignore-scripts'] : [])];
  const tarball = (await run('npm', ['pack', '--silent', ...options])).trim().split('\n').at(-1);
  renameSync(join(folder, tarball), join(folder, 'discovr-react.tgz'));
  await installEngines(runtimes);
  for (const name of names) await apps[name](name);
} catch (error) {
  console.log(error.message);
  failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** Runs a step, which returns what went wrong. Prints its duration, and returns whether it passed. */
async function step(title, check) {
  const start = performance.now();
  const faults = await check().catch((error) => [error.message]);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${faults.length > 0 ? 'FAILED' : 'ok    '} ${title.padEnd(56)} ${seconds.padStart(5)} s`);
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) failed += 1;
  else passed += 1;
  return faults.length === 0;
}

/** Makes the app with Expo, by the commands of the guide, and lets Expo bundle and compile it. */
async function testExpoApp(name) {
  const parent = join(folder, name);
  const cwd = join(parent, 'my-app');
  const options = { cwd, timeout: TIMEOUT_MS, env: { CI: 'true', EXPO_OFFLINE: '1', EXPO_NO_TELEMETRY: '1' } };
  const npx = (...args) => run('npx', args, options);
  const isMade = await step(`${name}: create-expo-app, install`, async () => {
    mkdirSync(parent);
    const create = ['--yes', 'create-expo-app@latest', 'my-app', '--template', EXPO_TEMPLATE];
    await run('npx', create, { ...options, cwd: parent });
    await npx('expo', 'install', 'expo-secure-store', '@react-native-community/netinfo');
    const packages = ['../../discovr-react.tgz', '@tanstack/react-query', 'react-hook-form'];
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', ...packages], options);
    for (const [file, code] of filesOfGuide()) if (!file.endsWith('.js')) writeFileSync(join(cwd, file), code);
    return [];
  });
  if (!isMade) return;
  await step(`${name}: TypeScript`, () => npx('tsc', '--noEmit').then(() => []));
  await step(`${name}: Metro and Hermes, ios and android`, async () => {
    const printed = await npx('expo', 'export', '--platform', 'ios', '--platform', 'android');
    const compiled = printed.match(/\.hbc /g) ?? [];
    return compiled.length === 2 ? [] : [`Expo compiled ${compiled.length} files:\n${printed}`];
  });
}

/** Installs an app without Expo and starts an emulator for it. Returns `undefined` if that fails. */
async function installApp(name, node, versions) {
  const cwd = join(folder, name);
  const port = await freePort();
  let emulator;
  const isInstalled = await step(`${name}: install`, async () => {
    cpSync(source, cwd, { recursive: true });
    setVersions(cwd, versions);
    const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'];
    await run('npm', ['install', ...options], { cwd, timeout: TIMEOUT_MS });
    const origin = `http://localhost:${port}`;
    emulator = await serveEmulator(cwd, '--control', '--refresh-token', 'rt_mine', '--allow-origin', origin);
    for (const [file, code] of filesOfGuide()) {
      const changed = code
        .replace(/'http:[^']+'/, `'${emulator.settings.basePath}'`)
        // The other keychain needs Expo.
        .replace('expo-secure-store', 'react-native-keychain');
      writeFileSync(join(cwd, file), changed);
    }
    return [];
  });
  if (!isInstalled) return undefined;
  return {
    name,
    cwd,
    port,
    node,
    emulator,
    /** Bundles an entry and returns the path of the bundle. */
    async bundle(entry, platform) {
      const out = join(cwd, `${entry}.${platform}.bundle`);
      const options = ['--platform', platform, '--dev', 'false', '--minify', 'true', '--out', out];
      const args = ['node_modules/metro/src/cli.js', 'build', `${entry}.js`, '--config', 'metro.config.js', ...options];
      await run(node, args, { cwd, timeout: TIMEOUT_MS });
      // Metro adds an extension.
      return `${out}.js`;
    },
  };
}

function testInJest({ name, cwd, node, emulator }) {
  return step(`${name}: Jest`, async () => {
    const env = { DISCOVR_API: emulator.settings.basePath };
    await run(node, ['node_modules/jest/bin/jest.js', '--forceExit'], { cwd, env, timeout: TIMEOUT_MS });
    return [];
  });
}

/** Returns the files of the guide, each with its name and its code. Leaves out what needs `react-native-tvos`. */
function filesOfGuide() {
  const guide = readFileSync('docs/native.md', 'utf8');
  return [...guide.matchAll(/^\*\*`([^`]+)`\*\*\n\n```\w+\n(.*?)^```/gms)]
    .map(([, name, code]) => [name, code])
    .filter(([, code]) => !code.includes('TVFocusGuideView'));
}

/** Changes the versions that an app depends on. */
function setVersions(cwd, versions) {
  const file = join(cwd, 'package.json');
  const { dependencies, devDependencies, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  const changed = { ...dependencies, ...devDependencies, ...versions };
  writeFileSync(file, JSON.stringify({ ...rest, dependencies: changed }));
}

/** Uses the screens of the guide in Chromium. Returns everything that went wrong, and what axe finds in each screen. */
async function useInChromium({ cwd, port, emulator }) {
  const root = join(cwd, 'web');
  const alias = { 'react-native-keychain': join(cwd, 'keychain.js'), 'react-native': 'react-native-web' };
  const extensions = ['.web.js', '.mjs', '.js', '.ts', '.tsx', '.json'];
  const config = { root, configFile: false, logLevel: 'error', resolve: { alias, extensions } };
  await build(config);
  const site = await preview({ ...config, preview: { port, strictPort: true } });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  const faults = [];
  try {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`page error: ${error.stack}`));
    await page.addInitScript({ content: axe.source });
    await page.goto(`http://localhost:${port}/`);
    const button = (name) => page.getByRole('button', { name, exact: true });
    const inspect = async (screen) => {
      const found = await page.evaluate((tags) => {
        // The colors are those of react-native-web.
        const rules = { 'color-contrast': { enabled: false } };
        return window.axe.run({ rules, runOnly: tags, resultTypes: ['violations'] });
      }, WCAG);
      faults.push(...found.violations.map(({ id, nodes }) => `axe, ${screen}: ${id} ${nodes[0].html}`));
    };
    await page.getByRole('img', { name: 'QR code' }).waitFor();
    await inspect('sign-in');
    const code = await page.getByText(/^\w{4,}$/).textContent();
    const body = JSON.stringify({ approveDevice: [code] });
    assert.ok((await fetch(`${emulator.settings.basePath}/__control`, { method: 'POST', body })).ok);
    await button('Alex').waitFor();
    await inspect('profiles');
    await button('Alex').click();
    await button('Movies').click();
    await button('Comedy').click();
    await page.getByText('Comedy movies', { exact: true }).waitFor();
    await inspect('form');
    await button('Show page').click();
    await page.getByRole('heading').first().waitFor();
    await page.getByRole('button').first().waitFor();
    await inspect('page');
    await page.getByRole('button').first().click();
    await button('Add to watchlist').click();
    await button('Remove from watchlist').waitFor();
    await inspect('title');
  } catch (error) {
    faults.push(error.stack);
  } finally {
    await browser.close();
    await site.close();
  }
  return faults;
}
