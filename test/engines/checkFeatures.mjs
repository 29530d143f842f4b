import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TOO_NEW = 'export const sorted = [2, 1].toSorted();\n';

/**
 * Returns a message for each syntax or feature in the files that the given browsers lack.
 *
 * @param browsers a query of browserslist.
 * @param allowed features that the files may contain, by their names in `es-check`.
 */
export function checkFeatures(files, folder, browsers, allowed = []) {
  const check = (checked) => esCheck(checked, browsers, allowed);
  const control = join(folder, 'tooNew.js');
  writeFileSync(control, TOO_NEW);
  const faults = [];
  if (check(control).status === 0)
    faults.push(
      'The feature check accepts Array.prototype.toSorted, so it does not work. Check the options of es-check.',
    );
  const { status, stdout, stderr } = check(files);
  if (status !== 0) faults.push(`${stdout}${stderr}`.trim());
  return faults;
}

function esCheck(files, browsers, allowed) {
  const options = ['--module', '--allowHashBang', '--checkFeatures', '--noCache', '--noColor'];
  if (allowed.length > 0) options.push('--allowList', allowed.join(','));
  const args = ['checkBrowser', files, ...options, '--browserslistQuery', browsers];
  return spawnSync(process.execPath, [join(import.meta.dirname, 'node_modules/es-check/lib/cli/index.js'), ...args], {
    encoding: 'utf8',
  });
}
