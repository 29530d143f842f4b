import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { checkFeatures } from '../../test/engines/checkFeatures.mjs';
import { engines } from '../../test/engines/engines.mjs';
import { installEngines } from '../../test/engines/installEngines.mjs';
import { browserFlags } from '../findBrowser.mjs';
import { comeBackIn, pressKeysIn } from './pressKeysIn.mjs';
import { forward, run, serveEmulator } from './processes.mjs';

const OLDEST = 'chrome 85';
/**
 * Features that es-check reports, but that do no harm: `ObjectHasOwn` has a polyfill in the app, old browsers ignore
 * the cause of an error, and Chromium 85 has private fields, although es-check counts them as newer.
 */
const ALLOWED = ['ObjectHasOwn', 'ErrorCause', 'PrivateClassFields'];

let television;

/**
 * Builds an app, checks its files, opens them without a server in the browser of a television of 2022, and presses keys.
 * Builds it again with a Discovr that is served over HTTP, and uses it while that server is down. Returns everything that
 * went wrong.
 *
 * @param folder folder for temporary files.
 */
export async function testOnTelevision(cwd, folder) {
  television ??= prepare(join(folder, 'television'));
  const executablePath = await television;
  const url = pathToFileURL(join(cwd, 'dist/index.html')).href;
  const build = () => run('npm', ['run', '--silent', 'build'], { cwd });
  await build();
  const faults = await checkFeatures(`${cwd}/dist/**/*.js`, cwd, OLDEST, ALLOWED);
  const browser = await chromium.launch({ executablePath, args: [...browserFlags, '--no-zygote'] });
  faults.push(...(await pressKeysIn(browser, url)));
  // A page that is loaded from a file has the origin `null`.
  const { settings, end } = await serveEmulator(cwd, '--allow-origin', 'null');
  try {
    const connection = await forward(new URL(settings.basePath).port);
    connection.stop();
    callOverHttp(join(cwd, 'src/App.tsx'), `http://localhost:${connection.port}`, settings.credential);
    await build();
    faults.push(...(await comeBackIn(browser, url, connection)));
    connection.stop();
  } finally {
    end();
    await browser.close();
  }
  return faults;
}

/** Changes the client of the app, which has a Discovr in the page, to one that calls a server. */
function callOverHttp(path, basePath, credential) {
  const source = readFileSync(path, 'utf8');
  const changed = source
    .replace('fetch: emulator.fetch', `basePath: '${basePath}'`)
    .replace(/emulator\.issueCredential\(.*?}\)/, JSON.stringify(credential));
  writeFileSync(path, changed);
}

/** Installs the browser and returns its path. */
async function prepare(folder) {
  await installEngines();
  mkdirSync(folder);
  return (await engines['chromium-85'].prepare(folder)).DISCOVR_TELEVISION;
}
