import { statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../scripts/consumers/processes.mjs';

const lastChangeOf = (file) => statSync(join(import.meta.dirname, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs the additional dependencies of this folder, among them browsers and `es-check`, unless they are up to date. */
export async function installEngines() {
  // npm writes this file when it has installed everything.
  if (lastChangeOf('node_modules/.package-lock.json') > lastChangeOf('package-lock.json')) return;
  // The packages of Chromium 85 and 92 ask for Puppeteer, which the tests do not use.
  const options = ['--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel', 'error'];
  await run('npm', ['ci', ...options], { cwd: import.meta.dirname });
}
