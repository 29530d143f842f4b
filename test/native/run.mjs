#!/usr/bin/env node
// Makes the app of docs/native.md from the packed library, in React Native 0.86 and in the newest version. Tests it with
// Jest against an emulator over HTTP, bundles it with Metro and compiles it with Hermes, for iOS and Android. Then uses
// its screens in Chromium, with react-native-web. `npm run test:release` runs this. Arguments name the apps. The last line
// says how many steps passed and failed.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { freePort, run, serveEmulator } from '../../scripts/consumers/processes.mjs';
import { browserFlags, ensureBrowser } from '../../scripts/findBrowser.mjs';
import { installEngines } from '../engines/installEngines.mjs';

const source = join(import.meta.dirname, 'app');
const runtimes = join(import.meta.dirname, '../runtimes');
/** Largest bundle of the provider and three hooks, with all packages that they need, except React Native itself. */
const LIMIT_KB = 680;
/** A busy machine needs minutes to bundle React Native. */
const TIMEOUT_MS = 600_000;

/** Folders of the Hermes compiler. */
const hermesFolders = { linux: 'linux64-bin', darwin: 'osx-bin', win32: 'win64-bin' };

/** Apps, with the Node that runs their tools and the versions in which they differ from `app/package.json`. */
const apps = {
  'react-native-0.86': { node: process.execPath, versions: {} },
  'react-native-newest': {
    node: join(runtimes, 'node_modules/node-24/bin/node'),
    versions: {
      '@react-native/babel-preset': '0.88.1',
      // The newest one on the registry for this version.
      '@react-native/jest-preset': '0.88.0-rc.1',
      '@react-native/metro-config': '0.88.1',
      '@testing-library/react-native': '14.1.0',
      react: '19.3.1',
      'react-dom': '19.3.1',
      'react-native': '0.88.1',
      'react-test-renderer': undefined,
      'test-renderer': '1.3.1',
    },
  },
};

const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !(name in apps));
if (unknown.length > 0) {
  console.error(`Unknown app: ${unknown.join(', ')}. Available: ${Object.keys(apps).join(', ')}.`);
  process.exit(1);
}
const names = requested.length > 0 ? requested : Object.keys(apps);
const folder = mkdtempSync(join(tmpdir(), 'discovr-native-'));
let passed = 0;
let failed = 0;
try {
  // In CI, the checks have built the package.
  const options = ['--pack-destination', folder, ...(process.env.DISCOVR_BUILT ? ['--ignore-scripts'] : [])];
  const tarball = (await run('npm', ['pack', '--silent', ...options])).trim().split('\n').at(-1);
  renameSync(join(folder, tarball), join(folder, 'discovr-react.tgz'));
  await installEngines(runtimes);
  for (const name of names) await testApp(name, apps[name]);
} catch (error) {
  console.log(error.message);
  failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** Installs an app and tests it. */
async function testApp(name, { node, versions }) {
  const cwd = join(folder, name);
  const tool = (path, ...args) => run(node, [join('node_modules', path), ...args], { cwd, timeout: TIMEOUT_MS });
  const port = await freePort();
  let emulator;
  const step = async (title, check) => {
    const start = performance.now();
    const faults = await check().catch((error) => [error.message]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${faults.length > 0 ? 'FAILED' : 'ok    '} ${`${name}: ${title}`.padEnd(44)} ${seconds.padStart(5)} s`,
    );
    for (const fault of faults) console.log(fault);
    if (faults.length > 0) failed += 1;
    else passed += 1;
    return faults.length === 0;
  };
  const bundle = async (entry, platform) => {
    const out = join(cwd, `${entry}.${platform}.bundle`);
    const options = ['--platform', platform, '--dev', 'false', '--minify', 'true', '--out', out];
    await tool('metro/src/cli.js', 'build', `${entry}.js`, '--config', 'metro.config.js', ...options);
    // Metro adds an extension.
    return `${out}.js`;
  };

  const isInstalled = await step('install', async () => {
    cpSync(source, cwd, { recursive: true });
    setVersions(cwd, versions);
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'], {
      cwd,
      timeout: TIMEOUT_MS,
    });
    const origin = `http://localhost:${port}`;
    emulator = await serveEmulator(cwd, '--control', '--refresh-token', 'rt_mine', '--allow-origin', origin);
    writeGuide(cwd, emulator.settings.basePath);
    return [];
  });
  if (!isInstalled) return;
  try {
    await step('Jest', async () => {
      const env = { DISCOVR_API: emulator.settings.basePath };
      await run(node, ['node_modules/jest/bin/jest.js', '--forceExit'], { cwd, env, timeout: TIMEOUT_MS });
      return [];
    });
    for (const platform of ['ios', 'android']) {
      await step(`Metro and Hermes, ${platform}`, async () => {
        const file = await bundle('index', platform);
        const hermesc = `node_modules/hermes-compiler/hermesc/${hermesFolders[process.platform]}/hermesc`;
        await run(join(cwd, hermesc), ['-emit-binary', '-O', '-w', '-out', `${file}.hbc`, file], {
          cwd,
          timeout: TIMEOUT_MS,
        });
        return [];
      });
    }
    await step('size of the provider and three hooks', async () => {
      const size = statSync(await bundle('size', 'ios')).size / 1000;
      console.log(`       ${size.toFixed(0)} kB minified`);
      return size > LIMIT_KB ? [`The bundle may have ${LIMIT_KB} kB.`] : [];
    });
    await step('react-native-web in Chromium', () => useInChromium(cwd, port, emulator.settings.basePath));
  } finally {
    emulator.end();
  }
}

/** Changes the versions that an app depends on. */
function setVersions(cwd, versions) {
  const file = join(cwd, 'package.json');
  const { dependencies, devDependencies, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  const changed = { ...dependencies, ...devDependencies, ...versions };
  writeFileSync(file, JSON.stringify({ ...rest, dependencies: changed }));
}

/**
 * Writes the files of the guide into an app, with the address of the emulator. The keychain is the one that needs no
 * Expo.
 */
function writeGuide(cwd, basePath) {
  const guide = readFileSync('docs/native.md', 'utf8');
  for (const [, name, code] of guide.matchAll(/^\*\*`([^`]+)`\*\*\n\n```\w+\n(.*?)^```/gms)) {
    const changed = code.replace(/'http:[^']+'/, `'${basePath}'`).replace('expo-secure-store', 'react-native-keychain');
    writeFileSync(join(cwd, name), changed);
  }
}

/** Uses the screens of the guide in Chromium. Returns everything that went wrong, and what axe finds in each screen. */
async function useInChromium(cwd, port, basePath) {
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
      const found = await page.evaluate(() =>
        // The colors are those of react-native-web.
        window.axe.run({ rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] }),
      );
      faults.push(...found.violations.map(({ id, nodes }) => `axe, ${screen}: ${id} ${nodes[0].html}`));
    };
    await page.getByRole('img', { name: 'QR code' }).waitFor();
    await inspect('sign-in');
    const code = await page.getByText(/^\w{4,}$/).textContent();
    const body = JSON.stringify({ approveDevice: [code] });
    assert.ok((await fetch(`${basePath}/__control`, { method: 'POST', body })).ok);
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
