import { run } from '../../scripts/consumers/processes.mjs';

/** Installs the additional dependencies of this folder, among them browsers and `es-check`. */
export async function installEngines() {
  // The packages of Chromium 85 and 92 ask for Puppeteer, which the tests do not use.
  const options = ['--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel', 'error'];
  await run('npm', ['ci', ...options], { cwd: import.meta.dirname });
}
