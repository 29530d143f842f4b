import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST = 'chrome 108, safari 16.4, firefox 115';
const TOO_NEW = 'export const sorted = [2, 1].toSorted();\n';

/** Returns a message for each syntax or feature in the built files that the oldest supported browsers lack. */
export function checkFeatures(files, folder) {
  const control = join(folder, 'tooNew.js');
  writeFileSync(control, TOO_NEW);
  const faults = [];
  if (esCheck(control).status === 0)
    faults.push(
      'The feature check accepts Array.prototype.toSorted, so it does not work. Check the options of es-check.',
    );
  const { status, stdout, stderr } = esCheck(files);
  if (status !== 0) faults.push(`${stdout}${stderr}`.trim());
  return faults;
}

function esCheck(files) {
  const options = ['--module', '--allowHashBang', '--checkFeatures', '--noCache', '--noColor'];
  const args = ['checkBrowser', files, ...options, '--browserslistQuery', OLDEST];
  return spawnSync(process.execPath, [join(import.meta.dirname, 'node_modules/es-check/lib/cli/index.js'), ...args], {
    encoding: 'utf8',
  });
}
