import { basename } from 'node:path/posix';
import { codeOf, filesIn } from './modules.mjs';

/** Returns the test files of the project with their code. Type tests are excluded, because they call nothing. */
export function readTests() {
  return ['src', 'test']
    .flatMap(filesIn)
    .filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith('test/consumers/'))
    .map((path) => ({ path, code: codeOf(path) }));
}

/**
 * Finds the most relevant test of a method. Prefers a test named after the method, one of its hooks or their subject,
 * then a test of the client or of hooks, then the test with the most calls.
 *
 * @param current the test in the table. It is kept as long as it calls the method or one of its hooks, so that changes
 * to other tests do not change the table.
 * @returns the path of the test, or `undefined` if no test calls the method or one of its hooks.
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
