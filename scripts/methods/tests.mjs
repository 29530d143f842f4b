import { basename } from 'node:path/posix';
import { codeOf, filesIn } from './modules.mjs';

/** Returns the tests of the project with their code. Type tests are excluded, because they call nothing. */
export function readTests() {
  return ['src', 'test']
    .flatMap(filesIn)
    .filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith('test/consumers/'))
    .map((path) => ({ path, code: codeOf(path) }));
}

/**
 * Finds the most relevant test of a method: preferably one named after the method or a hook of it, then a test of the
 * client or hooks, and among equals the test with the most calls.
 *
 * @param current the test in the table. It stays while it calls the method or a hook of it, so that changes to other
 * tests do not change the table.
 * @returns the path of the test, or `undefined` if no test calls the method or a hook of it.
 */
export function findTest(tests, method, hooks, current) {
  const names = [method, ...hooks];
  const calls = new RegExp(names.map((name) => `\\b${name}(?:!|\\?\\.)?\\(|'${name}'`).join('|'), 'g');
  const found = tests
    .map(({ path, code }) => ({ path, rank: rankOf(path, names), count: [...code.matchAll(calls)].length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.rank - one.rank || other.count - one.count);
  return (found.find(({ path }) => path === current) ?? found[0])?.path;
}

function rankOf(path, names) {
  const [name] = basename(path).split('.');
  if (names.includes(name)) return 3;
  const subject = name.toLowerCase().replace(/s$/, '');
  if (names.some((one) => one.toLowerCase().includes(subject))) return 2;
  return /^src\/(client|react)\//.test(path) ? 1 : 0;
}
