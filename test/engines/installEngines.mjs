import { statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../scripts/consumers/processes.mjs';

const lastChangeOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs the dependencies of a folder, such as the browsers and `es-check` of this one, unless they are up to date. */
export async function installEngines(folder = import.meta.dirname) {
  // npm writes this file when it has installed everything.
  const installed = lastChangeOf(join(folder, 'node_modules/.package-lock.json'));
  if (installed > lastChangeOf(join(folder, 'package-lock.json'))) return;
  // The packages of Chromium 85 and 92 ask for Puppeteer, which the tests do not use.
  const options = ['--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel', 'error'];
  await run('npm', ['ci', ...options], { cwd: folder });
}
