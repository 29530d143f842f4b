import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../scripts/consumers/processes.mjs';

const TOO_NEW = 'export const sorted = [2, 1].toSorted();\n';

/**
 * Returns a message for each syntax or feature in the files that the given browsers lack.
 *
 * @param browsers a query of browserslist.
 * @param allowed features that the files may contain, by their names in `es-check`.
 */
export async function checkFeatures(files, folder, browsers, allowed = []) {
  const findFaults = (checked) => esCheck(checked, browsers, allowed);
  const control = join(folder, 'tooNew.js');
  writeFileSync(control, TOO_NEW);
  if ((await findFaults(control)).length === 0)
    return ['The feature check accepts Array.prototype.toSorted, so it does not work. Check the options of es-check.'];
  return findFaults(files);
}

/** Returns what es-check prints if it fails. */
function esCheck(files, browsers, allowed) {
  const options = ['--module', '--allowHashBang', '--checkFeatures', '--noCache', '--noColor'];
  if (allowed.length > 0) options.push('--allowList', allowed.join(','));
  const program = join(import.meta.dirname, 'node_modules/es-check/lib/cli/index.js');
  const args = [program, 'checkBrowser', files, ...options, '--browserslistQuery', browsers];
  return run(process.execPath, args).then(
    () => [],
    (error) => [error.message],
  );
}
